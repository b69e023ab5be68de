package dev.universalapi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StampTests {
    private static final Duration LONG = Duration.ofMinutes(1);
    private final List<Process> started = new ArrayList<>();

    private Process run(String script) throws IOException {
        var process = new ProcessBuilder("sh", "-c", script).start();
        started.add(process);
        return process;
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void tellsAProcessFromALaterOneOfTheSameNumber() {
        var here = Stamp.of(ProcessHandle.current());

        assertThat(here.alive()).isTrue();
        assertThat(new Stamp(here.pid(), here.started() - 60_000).alive()).isFalse();
        assertThat(Stamp.NONE.alive()).isFalse();
    }

    @Test
    void forgivesAClockThatWasSet() {
        var here = Stamp.of(ProcessHandle.current());

        assertThat(new Stamp(here.pid(), here.started() + 900).alive()).isTrue();
    }

    @Test
    void asksBeforeItForces() throws IOException {
        var stamp = Stamp.of(run("exec sleep 600").toHandle());

        assertThat(stamp.end(LONG)).isFalse();
        assertThat(stamp.alive()).isFalse();
    }

    @Test
    void forcesWhoDoesNotListen() throws IOException {
        var deaf = run("trap '' TERM; echo ready; while :; do sleep 1; done");
        var _ = deaf.inputReader().readLine();
        var stamp = Stamp.of(deaf.toHandle());

        assertThat(stamp.end(Duration.ofMillis(200))).isTrue();
        assertThat(stamp.alive()).isFalse();
    }
}
