package dev.universalapi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.launcher.FakeProject.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTests {
    private final Words words = new Words();

    @Test
    void sendsAwayWhoMistypes() {
        assertThat(Launcher.run(List.of("upp"), words.terminal())).isEqualTo(2);
        assertThat(Launcher.run(List.of(), words.terminal())).isEqualTo(2);
        assertThat(words.toString()).contains("There is no such command; ./universal help lists them");
    }

    @Test
    void tellsWhatIsWrongInOneLine() {
        assertThat(Launcher.run(List.of("up", "--live", "--sandbox"), words.terminal()))
                .isOne();
        assertThat(Launcher.run(List.of("up", "--fast"), words.terminal())).isOne();
        assertThat(words.toString().lines())
                .containsExactly(
                        "Say --sandbox or --live, not both",
                        "There is no --fast here; there are: --detach --home --live --no-caches --port --sandbox --scale --without");
    }
}
