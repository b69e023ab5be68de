package dev.universalapi.search.fusion.summary;

import org.springframework.web.util.HtmlUtils;

/// Text without markup. One scan, and nothing that it leaves reads as a tag, however tags were nested to that end.
final class Plain {
    private static final int LONGEST_TAG = 1_000;

    private Plain() {}

    static String of(String marked) {
        var text = HtmlUtils.htmlUnescape(marked);
        var plain = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            if (opensTag(text, at)) {
                var end = text.indexOf('>', at, Math.min(text.length(), at + LONGEST_TAG));
                at = end < 0 ? at : end;
                space(plain);
            } else {
                append(plain, text.charAt(at));
            }
        }
        return plain.toString().strip();
    }

    private static boolean opensTag(String text, int at) {
        return text.charAt(at) == '<' && at + 1 < text.length() && startsTag(text.charAt(at + 1));
    }

    private static boolean startsTag(char next) {
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private static void append(StringBuilder plain, char next) {
        if (Character.isWhitespace(next) || Character.isSpaceChar(next)) {
            space(plain);
        } else if (!Character.isISOControl(next) && !turnsText(next)) {
            var last = plain.length() - 1;
            if (startsTag(next) && last >= 0 && plain.charAt(last) == '<') {
                plain.setCharAt(last, ' ');
            }
            plain.append(next);
        }
    }

    private static void space(StringBuilder plain) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    /// Overrides of the direction of reading, by which a text can look like another; marks of it may stay.
    private static boolean turnsText(char next) {
        return next >= '\u202A' && next <= '\u202E' || next >= '\u2066' && next <= '\u2069';
    }
}
