package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTests {
    private static final Stamp HERE = Stamp.of(ProcessHandle.current());
    private static final Stamp GONE = new Stamp(HERE.pid(), HERE.started() - 3_600_000);

    @TempDir
    Path folder;

    private static State state(Stamp launcher, Stamp child) {
        return new State(
                launcher,
                State.Phase.READY,
                Mode.SANDBOX,
                "no host: is=reached",
                List.of(new State.Member(new Instance("gateway", "gateway", 8080, 8090), child, Condition.READY, 2)));
    }

    private Path file() {
        return folder.resolve("suite");
    }

    @Test
    void isReadAsItWasWritten() {
        var state = state(HERE, HERE);

        state.write(file());

        assertThat(State.running(file())).hasValue(state);
        assertThat(State.leftovers(file())).isEmpty();
        assertThat(state.gateway().port()).isEqualTo(8080);
        assertThat(state.pids()).containsExactly(HERE.pid());
        assertThat(state.ready()).isTrue();
    }

    @Test
    void isNothingWhereNothingRan() {
        assertThat(State.running(file())).isEmpty();
        assertThat(State.leftovers(file())).isEmpty();
    }

    @Test
    void tellsWhatADeadLauncherLeftBehind() {
        state(GONE, HERE).write(file());

        assertThat(State.running(file())).isEmpty();
        assertThat(State.leftovers(file())).containsExactly(HERE);
    }

    @Test
    void tellsNobodyElsesProcess() {
        state(GONE, GONE).write(file());

        assertThat(State.leftovers(file())).isEmpty();
    }

    @Test
    void saysWhatToDoAboutADamagedFile() throws IOException {
        for (var text :
                List.of("launcher=x y", "launcher=1 2\nphase=READY\nmode=LIVE\nmember.0=gateway", "", "\\u00")) {
            Files.writeString(file(), text);

            assertThatThrownBy(() -> State.running(file()))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("delete the file");
        }
    }

    @Test
    void saysWhenItCannotBeWritten() {
        assertThatThrownBy(() -> state(HERE, HERE).write(folder.resolve("nowhere/suite")))
                .hasMessageContaining("cannot be written");
    }
}
