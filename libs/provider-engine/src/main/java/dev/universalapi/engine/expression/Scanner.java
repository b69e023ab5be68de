package dev.universalapi.engine.expression;

import dev.universalapi.engine.yaml.MistakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the seams of an expression: separators and holes, not those within quotes, holes or selects.
final class Scanner {

    private Scanner() {}

    /// A hole in a text: `start` is at its `{`, `end` behind its `}`.
    record Span(int start, int end, String inside) {}

    static List<String> split(String text, String separator) {
        var parts = new ArrayList<String>();
        var from = 0;
        var depth = 0;
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' && (quoted || (i > 0 && text.charAt(i - 1) == ':'))) {
                quoted = !quoted;
            } else if (!quoted) {
                depth += letter == '[' || letter == '{' ? 1 : letter == ']' || letter == '}' ? -1 : 0;
                if (depth == 0 && text.startsWith(separator, i)) {
                    parts.add(text.substring(from, i));
                    from = i + separator.length();
                    i = from - 1;
                }
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    static Optional<Span> hole(String text, int from) throws MistakeException {
        for (int i = text.indexOf('{', from); i >= 0 && i + 1 < text.length(); i = text.indexOf('{', i + 1)) {
            var next = text.charAt(i + 1);
            if (Character.isLetter(next) || next == '/' || next == '=') {
                var end = end(text, i);
                return Optional.of(new Span(i, end + 1, text.substring(i + 1, end)));
            }
        }
        return Optional.empty();
    }

    private static int end(String text, int start) throws MistakeException {
        var depth = 0;
        var quoted = false;
        for (int i = start; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' && (quoted || text.charAt(i - 1) == ':')) {
                quoted = !quoted;
            } else if (!quoted && letter == '{') {
                depth++;
            } else if (!quoted && letter == '}' && --depth == 0) {
                return i;
            }
        }
        throw new MistakeException("a hole has no end", "write `}`, or a blank behind a `{` that begins none");
    }
}
