package dev.universalapi.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullsTests {
    private static final String IMAGE = "universal-api/gateway:2.2.0";
    private static final int PATIENT = 29;

    @TempDir
    Path folder;

    @Test
    void beginsAnewWhereTheRegistryCameBack() throws IOException {
        var kubectl = new FakeKubectl(folder);
        refuses(kubectl);
        var pulls = new Pulls(Kubectl.to(kubectl.program(), "here"), Set.of(IMAGE));

        looksInVain(pulls, PATIENT);
        kubectl.answers("get pods", IMAGE + "||\n").program();
        looksInVain(pulls, 1);
        refuses(kubectl);
        looksInVain(pulls, PATIENT);

        assertThat(pulls.refused()).contains(IMAGE + " waits with ErrImagePull: not found");
    }

    @Test
    void asksNothingWhereNoImageIsLookedFor() throws IOException {
        var kubectl = new FakeKubectl(folder);

        looksInVain(new Pulls(Kubectl.to(kubectl.program(), "here"), Set.of()), 1);

        assertThat(kubectl.calls()).noneMatch(call -> call.contains("get pods"));
    }

    private static void refuses(FakeKubectl kubectl) throws IOException {
        kubectl.answers("get pods", IMAGE + "|ErrImagePull|not found\n").program();
    }

    private static void looksInVain(Pulls pulls, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(pulls.refused()).isEmpty();
        }
    }
}
