package dev.universalapi.search.intent.text;

import java.text.Normalizer;
import java.util.Locale;

/// Writes words so that two spellings of one are the same.
public final class Folding {
    private Folding() {}

    /// Small letters without accents, ligatures taken apart: `Œuvre` → `oeuvre`. Nothing may be left.
    public static String fold(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return isPlain(small) ? small : withoutMarks(small);
    }

    /// Whether a character is written onto the one before.
    public static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isPlain(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String small) {
        var apart = Normalizer.normalize(small, Normalizer.Form.NFKD);
        var folded = new StringBuilder(apart.length());
        apart.codePoints().filter(character -> !isMark(character)).forEach(character -> append(folded, character));
        return folded.toString();
    }

    private static void append(StringBuilder folded, int character) {
        switch (character) {
            case 'œ' -> folded.append("oe");
            case 'æ' -> folded.append("ae");
            case 'ß' -> folded.append("ss");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
            default -> folded.appendCodePoint(Character.toLowerCase(character));
        }
    }
}
