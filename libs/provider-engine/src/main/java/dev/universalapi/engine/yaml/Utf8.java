package dev.universalapi.engine.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Files as text: UTF-8 without a byte order mark, and nothing in it that people cannot see.
public final class Utf8 {
    private static final char MARK = '\ufeff';

    private Utf8() {}

    /// The text of a file; empty, with a mistake, if it is none.
    public static Optional<String> read(byte[] file, Mistakes mistakes) {
        var bytes = ByteBuffer.wrap(file);
        var text = CharBuffer.allocate(file.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            mistakes.add(line(text.flip()), "the file is not UTF-8", "save it as UTF-8");
            return Optional.empty();
        }
        text.flip();
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == MARK) {
                mistakes.add(
                        line(text.slice(0, i)), "the file holds a byte order mark", "save it as UTF-8 without one");
                return Optional.empty();
            }
            if (unseen(letter)) {
                mistakes.add(
                        line(text.slice(0, i)),
                        "the file holds the character U+%04X".formatted((int) letter),
                        "leave it out");
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private static boolean unseen(char letter) {
        return (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t')
                || letter >= '\ufffe';
    }

    private static int line(CharSequence before) {
        return 1 + (int) before.chars().filter(letter -> letter == '\n').count();
    }
}
