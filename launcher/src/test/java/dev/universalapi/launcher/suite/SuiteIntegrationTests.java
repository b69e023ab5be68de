package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteIntegrationTests {
    @TempDir
    Path parent;

    private final Words words = new Words();

    @Test
    void startsEveryPartAndEndsAllOfThem() throws Exception {
        var project = FakeProject.in(parent);
        List<Stamp> processes;

        try (var suite = Suite.start(project.options(Map.of("search-service", 2), false, Map.of()), words.terminal())) {
            var state = State.running(Suite.stateFile(project.home())).orElseThrow();
            processes = state.members().stream().map(State.Member::process).toList();

            assertThat(suite.instances()).hasSize(6);
            assertThat(suite.instances("search-service")).hasSize(2);
            assertThat(state.ready()).isTrue();
            assertThat(state.members())
                    .allMatch(member -> member.condition() == Condition.READY)
                    .allMatch(member -> member.process().alive());
            assertThat(state.mode()).isEqualTo(suite.mode().mode());
            assertThat(suite.key()).startsWith("uapi_live_");
            assertThat(suite.home()).isEqualTo(project.home());
            assertThat(suite.registered(suite.instances("gateway").getFirst())).isTrue();
            assertThat(suite.usage(suite.instances("gateway").getFirst()).residentMegabytes())
                    .isPositive();
            assertThat(words.toString()).contains("gateway            is ready after");
        }

        assertThat(processes).hasSize(6).noneMatch(Stamp::alive);
        assertThat(Suite.stateFile(project.home())).doesNotExist();
    }

    @Test
    void startsAgainWhatWasKilled() throws Exception {
        var project = FakeProject.in(parent);

        try (var suite = Suite.start(project.options(), words.terminal())) {
            var search = suite.instances("search-service").getFirst();
            var before = suite.pid(search);
            suite.kill(search);
            Eventually.holds(() -> suite.pid(search) != before && suite.condition(search) == Condition.READY);

            assertThat(words.toString()).contains("search-service ended with code 137 and is started again in 1 s");
            Eventually.holds(() -> State.running(Suite.stateFile(project.home())).orElseThrow().members().stream()
                    .anyMatch(member -> member.instance().equals(search) && member.deaths() == 1));
        }
    }

    @Test
    void refusesASecondOneInTheSameHome() throws Exception {
        var project = FakeProject.in(parent);

        try (var suite = Suite.start(project.options(), words.terminal())) {
            assertThatThrownBy(() -> Suite.start(project.options(), words.terminal()))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining("another ./universal up is at work");
            assertThat(suite.instances()).allMatch(instance -> suite.condition(instance) == Condition.READY);
        }
    }

    @Test
    void saysWhyAPartDoesNotStartAndLeavesNothing() throws IOException {
        var project = FakeProject.in(parent);
        var options = project.options(Map.of(), false, Map.of("search-service", List.of("--die=now")));

        assertThatThrownBy(() -> Suite.start(options, words.terminal()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("search-service does not start; the end of its log is above");
        assertThat(words.toString()).contains("this part was told to die");
        assertThat(Suite.stateFile(project.home())).doesNotExist();
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info().commandLine().orElse("").contains(parent.toString()));
    }

    @Test
    void endsWhatAnEarlierStartLeftBehind() throws Exception {
        var project = FakeProject.in(parent);
        project.home().prepare();
        var orphan = new ProcessBuilder("sleep", "600").start();
        var gone = new Stamp(orphan.pid(), 1);
        var instance = new Instance("sandbox", "sandbox", 1, 1);
        new State(
                        gone,
                        State.Phase.READY,
                        Mode.LIVE,
                        "",
                        List.of(new State.Member(instance, Stamp.of(orphan.toHandle()), Condition.READY, 0)))
                .write(Suite.stateFile(project.home()));

        try (var _ = Suite.start(project.options(), words.terminal())) {
            assertThat(orphan.isAlive()).isFalse();
        }

        assertThat(words.toString()).contains("Ended 1 processes that an earlier start had left behind");
    }

    @Test
    void makesCachesAtTheFirstCleanEndAndUsesThem() throws Exception {
        var project = FakeProject.in(parent);
        var options = project.options(Map.of(), true, Map.of());

        Suite.start(options, words.terminal()).close();
        var made = caches(project);
        try (var suite = Suite.start(options, words.terminal())) {
            var pid = suite.pid(suite.instances("gateway").getFirst());
            assertThat(ProcessHandle.of(pid).orElseThrow().info().arguments().orElseThrow())
                    .anyMatch(argument -> argument.startsWith("-XX:AOTCache="));
        }

        assertThat(words.toString()).contains("Making Java's start-up caches, once");
        assertThat(made).hasSize(5).allMatch(name -> name.endsWith(".aot"));
        assertThat(caches(project)).isEqualTo(made);
    }

    private static List<String> caches(FakeProject project) throws IOException {
        try (var files = Files.list(project.home().caches())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
