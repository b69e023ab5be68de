package dev.universalapi.engine.shape;

import java.util.Locale;
import java.util.Set;

/// Text without the tags of HTML, in one pass: no tree is built, for a tree of what a stranger wrote may take minutes.
/// Where the document ends within a tag, a comment or a script, so does the text.
public final class PlainText {
    private static final Set<String> SKIPPED = Set.of("script", "style");
    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body br button caption center col dd details dialog div dl dt fieldset "
                            + "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li link main "
                            + "meta nav noscript ol option p pre script section select style summary table tbody td "
                            + "textarea tfoot th thead title tr ul")
                    .split(" "));
    private static final int LONGEST_NAME = 10;

    private final String text;
    private final StringBuilder kept;
    private int at;

    private PlainText(String text) {
        this.text = text;
        this.kept = new StringBuilder(text.length());
    }

    /// The text: tags and comments out, entities decoded, blanks and line breaks collapsed. Linear in its length.
    public static String of(String text) {
        var without = text.indexOf('<') < 0 ? text : new PlainText(text).withoutTags();
        return collapsed(without.indexOf('&') < 0 ? without : Entity.decode(without));
    }

    /// Blanks and line breaks as one blank, and none at the ends.
    public static String collapsed(String text) {
        var collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var blank = Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0';
            if (!blank) {
                collapsed.append(text.charAt(i));
            } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        return collapsed.toString().strip();
    }

    private String withoutTags() {
        while (at < text.length()) {
            var open = text.indexOf('<', at);
            kept.append(text, at, open < 0 ? text.length() : open);
            at = open < 0 ? text.length() : open;
            if (open >= 0) {
                markup();
            }
        }
        return kept.toString();
    }

    private void markup() {
        var end = text.startsWith("/", at + 1);
        var name = at + (end ? 2 : 1);
        if (letter(name)) {
            tag(name, end);
        } else if (text.startsWith("!--", at + 1)) {
            at = behind("-->", at + 2);
        } else if (end || text.startsWith("!", at + 1) || text.startsWith("?", at + 1)) {
            at = behind(">", at + 1);
        } else {
            kept.append(text.charAt(at++));
        }
    }

    private void tag(int from, boolean end) {
        var to = from;
        while (to < text.length() && to - from <= LONGEST_NAME && (letter(to) || digit(to))) {
            to++;
        }
        var name = text.substring(from, to).toLowerCase(Locale.ROOT);
        if (BLOCKS.contains(name)) {
            kept.append(' ');
        }
        at = behindTag(to);
        if (!end && SKIPPED.contains(name)) {
            skip("</" + name);
        }
    }

    // a `>` within a quoted value ends no tag
    private int behindTag(int from) {
        var quote = '\0';
        var before = ' ';
        for (int i = from; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (quote != '\0') {
                quote = letter == quote ? '\0' : quote;
            } else if (letter == '>') {
                return i + 1;
            } else if (before == '=' && (letter == '"' || letter == '\'')) {
                quote = letter;
            }
            before = Character.isWhitespace(letter) ? before : letter;
        }
        return text.length();
    }

    // up to the end tag, which is read as any other
    private void skip(String close) {
        while (at < text.length() && !text.regionMatches(true, at, close, 0, close.length())) {
            var next = text.indexOf('<', at + 1);
            at = next < 0 ? text.length() : next;
        }
    }

    private int behind(String mark, int from) {
        var found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private boolean letter(int index) {
        var letter = index < text.length() ? text.charAt(index) : ' ';
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    private boolean digit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
