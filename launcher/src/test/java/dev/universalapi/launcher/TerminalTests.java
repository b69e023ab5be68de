package dev.universalapi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Terminal terminal(boolean screen) {
        return new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), screen);
    }

    private List<String> lines() {
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    void saysOnlyWhatChangedWhereNobodyLooks() {
        var terminal = terminal(false);

        terminal.draw(List.of("one starts", "two waits"));
        terminal.draw(List.of("one is ready", "two waits"));
        terminal.draw(List.of("one is ready", "two waits"));
        terminal.say("done");

        assertThat(lines()).containsExactly("one starts", "two waits", "one is ready", "done");
    }

    @Test
    void drawsOverTheLastBlockOnAScreen() {
        var terminal = terminal(true);

        terminal.draw(List.of("one starts", "two waits"));
        terminal.draw(List.of("one is ready", "two waits"));

        assertThat(lines()).containsExactly("one starts", "two waits", "\u001b[2A\r\u001b[Jone is ready", "two waits");
    }

    @Test
    void keepsTheBlockBelowWhatIsSaid() {
        var terminal = terminal(true);

        terminal.draw(List.of("one starts"));
        terminal.say("news");
        terminal.keep();
        terminal.say("end");

        assertThat(lines()).containsExactly("one starts", "\u001b[1A\r\u001b[Jnews", "one starts", "end");
    }
}
