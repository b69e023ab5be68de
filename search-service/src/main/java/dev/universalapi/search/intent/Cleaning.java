package dev.universalapi.search.intent;

import java.text.Normalizer;

/// What is left of a query when nothing in it is invisible.
public final class Cleaning {
    /// UTF-16 units of a query that are looked at.
    public static final int LONGEST = 400;

    private Cleaning() {}

    /// One form for what looks the same (NFKC), no control, zero-width or direction characters, single spaces.
    public static String whole(String query) {
        return clean(query, Integer.MAX_VALUE);
    }

    /// The same, at most [#LONGEST] of it.
    static String clean(String query) {
        return clean(query, LONGEST);
    }

    private static String clean(String query, int longest) {
        var composed = Normalizer.normalize(visible(query), Normalizer.Form.NFKC);
        var cleaned = new StringBuilder(Math.min(composed.length(), longest));
        var space = false;
        for (var at = 0; at < composed.length(); ) {
            var character = composed.codePointAt(at);
            at += Character.charCount(character);
            if (isSpace(character)) {
                space = !cleaned.isEmpty();
                continue;
            }
            if (cleaned.length() + Character.charCount(character) + (space ? 1 : 0) > longest) {
                break;
            }
            cleaned.append(space ? " " : "").appendCodePoint(character == '’' || character == 'ʼ' ? '\'' : character);
            space = false;
        }
        return cleaned.toString();
    }

    /// Before composing, so that nothing invisible keeps a letter from its accent.
    private static String visible(String query) {
        var visible = new StringBuilder(query.length());
        query.codePoints()
                .filter(character -> isSpace(character) || isVisible(character))
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
