package dev.universalapi.search.intent.slot.text;

import dev.universalapi.search.intent.text.Folding;

/// Writes words as names are looked up.
final class Keys {
    private Keys() {}

    /// A word folded, and `st`, `ste` for saints: `Saint` → `st`.
    static String of(String word) {
        var folded = Folding.fold(word);
        return switch (folded) {
            case "saint" -> "st";
            case "sainte" -> "ste";
            default -> folded;
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
}
