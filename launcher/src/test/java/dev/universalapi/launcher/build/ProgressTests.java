package dev.universalapi.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTests {
    private final List<String> said = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Progress progress = new Progress(said::add, () -> now);

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
        progress.tick();
    }

    @Test
    void saysALineForEachModule() {
        progress.line("[INFO] Scanning for projects...");
        progress.line("[INFO] Building Universal API 2.2.0                             [1/13]");
        progress.line("[INFO] Building gateway 2.2.0                                   [2/13]");

        assertThat(said).containsExactly("  Universal API (1 of 13)", "  gateway (2 of 13)");
    }

    @Test
    void givesASignOfLifeAfterASilence() {
        progress.line("[INFO] Building gateway 2.2.0                                   [2/13]");
        said.clear();

        progress.line("Downloaded from central: https://maven.example.org/a.jar (1 kB at 2 kB/s)");
        progress.line(
                "[INFO] Tests run: 7, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in dev.FirstTests");
        progress.line(
                "[INFO] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in dev.OtherTests");
        later(10);
        later(6);
        later(3);

        assertThat(said).containsExactly("    gateway: 16 s, 12 tests run, 1 files downloaded in all");
    }

    @Test
    void keepsTheLastErrors() {
        IntStream.rangeClosed(1, 40).forEach(i -> progress.line("[ERROR] number " + i));
        progress.line("[ERROR] ");

        assertThat(progress.errors()).hasSize(25).endsWith("[ERROR] number 40");
        assertThat(said).isEmpty();
    }
}
