package dev.universalapi.launcher;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Where people read. On a screen a block of lines can be drawn over the last one; elsewhere only what changed is said.
public final class Terminal {
    private final PrintStream out;
    private final boolean screen;
    private List<String> block = List.of();

    public Terminal(PrintStream out, boolean screen) {
        this.out = out;
        this.screen = screen;
    }

    /// The process's own standard output.
    public static Terminal standard() {
        var screen =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
                        && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), screen);
    }

    /// One that says nothing.
    public static Terminal silent() {
        return new Terminal(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    /// Whether what was written can be written over.
    public boolean isScreen() {
        return screen;
    }

    /// One line, below whatever was said before.
    public synchronized void say(String line) {
        if (screen && !block.isEmpty()) {
            erase();
            out.println(line);
            block.forEach(out::println);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /// A block that replaces the last one.
    public synchronized void draw(List<String> lines) {
        if (lines.equals(block)) {
            return;
        }
        if (screen) {
            if (!block.isEmpty()) {
                erase();
            }
            lines.forEach(out::println);
        } else {
            lines.stream().filter(line -> !block.contains(line)).forEach(out::println);
        }
        block = List.copyOf(lines);
        out.flush();
    }

    /// The last block stays as it is; the next is drawn below it.
    public synchronized void keep() {
        block = List.of();
    }

    private void erase() {
        out.printf("\u001b[%dA\r\u001b[J", block.size());
    }
}
