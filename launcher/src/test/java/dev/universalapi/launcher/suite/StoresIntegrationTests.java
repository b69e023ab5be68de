package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.process.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresIntegrationTests {
    private static final List<String> STORES = List.of("redis", "postgres", "kafka");

    @TempDir
    Path parent;

    private final Words words = new Words();

    @Test
    void startsThemAgainWhenTheyAreKilledAndEndsThemInOrder() throws Exception {
        var project = FakeProject.in(parent);
        List<Stamp> processes;

        try (var suite = Suite.start(project.withStores(), words.terminal())) {
            for (var name : STORES) {
                var store = suite.instances(name).getFirst();
                var before = suite.pid(store);
                suite.kill(store);
                Eventually.holds(() -> suite.pid(store) != before && suite.condition(store) == Condition.READY);
            }
            processes = State.running(Suite.stateFile(project.home())).orElseThrow().members().stream()
                    .map(State.Member::process)
                    .toList();
        }

        assertThat(processes).hasSize(10).noneMatch(Stamp::alive);
        assertThat(words.toString()).doesNotContain("did not end by itself");
        assertThat(project.home().log("postgres")).content().contains("database system is shut down");
    }

    @Test
    void noneOutlivesALauncherThatIsKilled() throws Exception {
        var project = FakeProject.in(parent);
        project.addStores();
        var launcher = project.launcher("up", "--sandbox", "--no-caches", "--port=" + new Ports().any())
                .start();
        try {
            Eventually.holds(() -> !launcher.isAlive()
                    || State.running(Suite.stateFile(project.home()))
                            .filter(State::ready)
                            .isPresent());
            var members =
                    State.running(Suite.stateFile(project.home())).orElseThrow().members();

            launcher.destroyForcibly().waitFor();

            assertThat(members).extracting(member -> member.instance().part()).containsAll(STORES);
            Eventually.holds(() -> members.stream().map(State.Member::process).noneMatch(Stamp::alive));
        } finally {
            launcher.destroyForcibly();
        }
    }

    @Test
    void startsNothingOnDataOfAnotherVersion() throws Exception {
        var project = FakeProject.in(parent);
        var cluster = Files.createDirectories(project.home().data("postgres").resolve("cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "17");
        var options = project.withStores();

        assertThatThrownBy(() -> Suite.start(options, words.terminal()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("start it with a checkout that brings PostgreSQL 17");
        assertThat(Suite.stateFile(project.home())).doesNotExist();
    }
}
