package dev.universalapi.engine.shape;

import org.jsoup.nodes.Entities;

/// The entities of HTML: `&amp;`, `&#38;`, `&#x26;`, and the old ones that need no `;`.
final class Entity {
    private static final int LONGEST = 32;
    private static final int REPLACEMENT = 0xfffd;
    private static final int FIRST_SURROGATE = 0xd800;
    private static final int LAST_SURROGATE = 0xdfff;

    private Entity() {}

    /// A text with its entities decoded; what is none stays as it is. Linear in its length.
    static String decode(String text) {
        var decoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            var begin = text.indexOf('&', at);
            decoded.append(text, at, begin < 0 ? text.length() : begin);
            at = begin < 0 ? text.length() : one(text, begin, decoded);
        }
        return decoded.toString();
    }

    // where it goes on
    private static int one(String text, int begin, StringBuilder decoded) {
        var name = begin + 1;
        var numbered = text.startsWith("#", name);
        var to = numbered ? name + 1 : name;
        while (to < text.length() && to - name < LONGEST && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        var ended = text.startsWith(";", to);
        var found = numbered ? numbered(text.substring(name + 1, to)) : named(text.substring(name, to), ended);
        decoded.append(found.isEmpty() ? text.substring(begin, to) : found);
        return found.isEmpty() || !ended ? to : to + 1;
    }

    private static String named(String name, boolean ended) {
        return !name.isEmpty() && (ended || Entities.isBaseNamedEntity(name)) ? Entities.getByName(name) : "";
    }

    // no exception for what is no number: there may be a million of them
    private static String numbered(String text) {
        var hexadecimal = text.startsWith("x") || text.startsWith("X");
        var digits = hexadecimal ? text.substring(1) : text;
        var point = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = Character.digit(digits.charAt(i), hexadecimal ? 16 : 10);
            if (digit < 0) {
                return "";
            }
            point = Math.min(point * (hexadecimal ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
        }
        var usable =
                point > 0 && point <= Character.MAX_CODE_POINT && (point < FIRST_SURROGATE || point > LAST_SURROGATE);
        return digits.isEmpty() ? "" : Character.toString(usable ? point : REPLACEMENT);
    }
}
