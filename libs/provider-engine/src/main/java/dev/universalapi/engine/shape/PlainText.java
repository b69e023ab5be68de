package dev.universalapi.engine.shape;

import java.util.Optional;
import org.jsoup.Jsoup;

/// Text without the tags of HTML.
public final class PlainText {
    /// The longest HTML that is read, in characters: a tree of what a stranger wrote may cost the square of its length.
    public static final int LONGEST = 64 * 1024;

    private PlainText() {}

    /// The text: tags and comments out, entities decoded, blanks and line breaks collapsed. Empty for HTML that is too
    /// long; text without tags and entities may be of any length.
    public static Optional<String> of(String text) {
        var marked = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        if (!marked) {
            return Optional.of(collapsed(text));
        }
        return text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(Jsoup.parse(text).text().strip());
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
}
