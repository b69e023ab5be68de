package dev.universalapi.search.intent.slot.text;

import java.text.Normalizer;
import java.util.Locale;

/// Writes words so that two spellings of one are the same.
final class Folding {
    private Folding() {}

    /// A word in small letters without accents, and `st`, `ste` for saints: `Saint` → `st`, `Œuvre` → `oeuvre`.
    static String fold(String word) {
        var small = isPlain(word) ? word.toLowerCase(Locale.ROOT) : withoutMarks(word);
        return switch (small) {
            case "saint" -> "st";
            case "sainte" -> "ste";
            default -> small;
        };
    }

    /// What a name of plain letters with single spaces or hyphens is looked up as; empty for another, or one with a
    /// saint.
    static String plainKey(String name) {
        var key = name.toCharArray();
        for (var at = 0; at < key.length; at++) {
            var sign = key[at];
            var between = (sign == ' ' || sign == '-') && at > 0 && key[at - 1] != ' ' && at + 1 < key.length;
            if (between) {
                key[at] = ' ';
            } else if (sign >= 'A' && sign <= 'Z') {
                key[at] = Character.toLowerCase(sign);
            } else if (sign < 'a' || sign > 'z') {
                return "";
            }
        }
        var plain = new String(key);
        return plain.contains("saint") ? "" : plain;
    }

    private static boolean isPlain(String word) {
        for (var at = 0; at < word.length(); at++) {
            if (word.charAt(at) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String word) {
        var parts = Normalizer.normalize(word, Normalizer.Form.NFD);
        var folded = new StringBuilder(parts.length());
        parts.codePoints().filter(sign -> !isMark(sign)).forEach(sign -> append(folded, Character.toLowerCase(sign)));
        return folded.toString();
    }

    private static boolean isMark(int sign) {
        var type = Character.getType(sign);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static void append(StringBuilder folded, int sign) {
        switch (sign) {
            case 'œ' -> folded.append("oe");
            case 'æ' -> folded.append("ae");
            case 'ß' -> folded.append("ss");
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
            default -> folded.appendCodePoint(sign);
        }
    }
}
