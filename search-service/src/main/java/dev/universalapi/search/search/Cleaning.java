package dev.universalapi.search.search;

import java.text.Normalizer;

/// Takes out of a query what nobody sees.
final class Cleaning {
    private Cleaning() {}

    /// In one form (NFKC), without control, formatting and unpaired characters, and with single blanks.
    static String clean(String query) {
        var clean = new StringBuilder(query.length());
        Normalizer.normalize(query, Normalizer.Form.NFKC).codePoints().forEach(letter -> {
            if (isBlank(letter)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (isSeen(letter)) {
                clean.appendCodePoint(letter);
            }
        });
        return clean.toString().strip();
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
