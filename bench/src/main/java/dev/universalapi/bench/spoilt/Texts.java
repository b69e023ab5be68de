package dev.universalapi.bench.spoilt;

import java.util.ArrayList;
import java.util.List;

/// Takes expressions of manifests apart.
final class Texts {
    private Texts() {}

    /// The parts of a text between separators that stand in no brackets and no quotes.
    static List<String> split(String text, String separator) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var quoted = false;
        var begin = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> quoted = !quoted;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            if (depth == 0 && !quoted && text.startsWith(separator, i)) {
                parts.add(text.substring(begin, i));
                begin = i + separator.length();
                i = begin - 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /// The alternatives of an expression, each without its converters.
    static List<String> alternatives(String expression) {
        return split(expression.replaceAll("\\s+", " "), " or ").stream()
                .map(alternative -> split(alternative, " | ").getFirst().strip())
                .toList();
    }
}
