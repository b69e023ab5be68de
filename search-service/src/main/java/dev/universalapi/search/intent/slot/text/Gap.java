package dev.universalapi.search.intent.slot.text;

/// What stands between a word and the one before it.
public enum Gap {
    /// Nothing: `100` and `eur` of `100eur`.
    GLUED,
    SPACE,
    HYPHEN,
    APOSTROPHE,
    DOT,
    SLASH,
    AMPERSAND,
    /// Something that ends a part of a sentence: a comma, a colon, a full stop and what follows it.
    BREAK,
    OTHER;

    /// Whether the words at both sides may be of one name.
    public boolean joins() {
        return switch (this) {
            case GLUED, SPACE, HYPHEN, APOSTROPHE, DOT, AMPERSAND -> true;
            case SLASH, BREAK, OTHER -> false;
        };
    }

    static Gap of(String text, int from, int to) {
        if (from == to) {
            return GLUED;
        }
        if (text.substring(from, to).indexOf('=') >= 0 || isInNumber(text, from, to)) {
            return OTHER;
        }
        var gap = SPACE;
        for (var at = from; at < to; at++) {
            var sign = text.charAt(at);
            var found = of(sign, at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
            if (found == BREAK) {
                return BREAK;
            }
            gap = found == SPACE ? gap : gap == SPACE ? found : OTHER;
        }
        return gap;
    }

    /// `1,5`.
    private static boolean isInNumber(String text, int from, int to) {
        return to == from + 1
                && from > 0
                && text.charAt(from) == ','
                && Character.isDigit(text.charAt(from - 1))
                && Character.isDigit(text.charAt(to));
    }

    private static Gap of(char sign, boolean last) {
        return switch (sign) {
            case ',', ';', '?', '!', '\n', '|', '…' -> BREAK;
            case '.' -> last ? BREAK : DOT;
            case '-', '‐', '‑', '–' -> HYPHEN;
            case '\'', '’', 'ʼ', '`' -> APOSTROPHE;
            case '/' -> SLASH;
            case '&' -> AMPERSAND;
            default -> Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? SPACE : OTHER;
        };
    }
}
