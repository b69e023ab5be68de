package dev.universalapi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.launcher.Eventually;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardianTests {
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
    void endsWhoIsLeftWhenItIsClosedEvenWhoDoesNotListen() throws Exception {
        var guardian = Guardian.start();
        var good = run("exec sleep 600");
        var deaf = run("trap '' TERM; while :; do sleep 1; done");
        guardian.watch(good.pid());
        guardian.watch(deaf.pid());

        guardian.close();

        Eventually.holds(() -> !good.isAlive() && !deaf.isAlive());
    }

    @Test
    void leavesAloneWhoIsForgottenOrUnknown() throws Exception {
        var guardian = Guardian.start();
        var forgotten = run("exec sleep 600");
        var unknown = run("exec sleep 600");
        var kept = run("exec sleep 600");
        guardian.watch(forgotten.pid());
        guardian.watch(kept.pid());
        guardian.forget(forgotten.pid());

        guardian.close();

        Eventually.holds(() -> !kept.isAlive() && guardian.isGone());
        assertThat(forgotten.isAlive()).isTrue();
        assertThat(unknown.isAlive()).isTrue();
    }

    @Test
    void isStartedAgainWhenItDiesAndStillKnowsEverybody() throws Exception {
        var guardian = Guardian.start();
        var child = run("exec sleep 600");
        guardian.watch(child.pid());
        var first = guardian.pid();

        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
        Eventually.holds(() -> guardian.pid() != first);
        guardian.close();

        Eventually.holds(() -> !child.isAlive());
    }
}
