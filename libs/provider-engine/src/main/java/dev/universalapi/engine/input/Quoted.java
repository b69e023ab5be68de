package dev.universalapi.engine.input;

import dev.universalapi.engine.shape.Written;

/// Single values as text, so that no two of them look alike.
final class Quoted {

    private Quoted() {}

    static void value(Object value, StringBuilder text) {
        switch (value) {
            case String words -> append(words, text);
            case Enum<?> constant -> text.append(constant.name());
            default -> text.append(Written.text(value));
        }
    }

    static void append(String words, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\');
            }
            text.append(letter);
        }
        text.append('"');
    }
}
