package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Condition;
import dev.universalapi.launcher.process.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

            assertThat(suite.instances()).hasSize(7);
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

        assertThat(processes).hasSize(7).noneMatch(Stamp::alive);
        assertThat(Suite.stateFile(project.home())).doesNotExist();
    }

    @Test
    void startsAgainWhatWasKilled() throws Exception {
        var project = FakeProject.in(parent);

        try (var suite = Suite.start(project.options(), words.terminal())) {
            var search = suite.instances("search-service").getFirst();
            var before = suite.pid(search);
            suite.kill(search);
            Eventually.holds(
                    () -> words.toString().contains("search-service ended with code 137 and is started again in 1 s"));
            Eventually.holds(() -> suite.pid(search) != before && suite.condition(search) == Condition.READY);

            Eventually.holds(() -> State.running(Suite.stateFile(project.home())).orElseThrow().members().stream()
                    .anyMatch(member -> member.instance().equals(search) && member.deaths() == 1));
        }
    }

    @Test
    void stopsAnInstanceAndStartsItAgain() throws Exception {
        var project = FakeProject.in(parent);

        try (var suite = Suite.start(project.options(), words.terminal())) {
            var search = suite.instances("search-service").getFirst();
            var before = suite.pid(search);
            assertThatThrownBy(() -> suite.start(search)).hasMessage("search-service is not stopped");
            suite.stop(search);
            var stopped = suite.condition(search);
            suite.start(search);

            assertThat(stopped).isEqualTo(Condition.STOPPED);
            assertThat(suite.pid(search)).isNotEqualTo(before);
            assertThat(suite.condition(search)).isEqualTo(Condition.READY);
        }
    }

    @Test
    void redisKeepsWhatItHoldsOverACleanRestart() throws Exception {
        var project = FakeProject.in(parent);
        var log = project.home().log("redis");

        try (var suite = Suite.start(project.options(), words.terminal())) {
            var redis = suite.instances("redis").getFirst();
            var stranger = speak(redis, "GET colour");
            var set = speak(redis, password(project), "SET colour green");
            suite.stop(redis);
            suite.start(redis);
            var kept = speak(redis, password(project), "GET colour");
            suite.kill(redis);
            Eventually.holds(() -> suite.condition(redis) != Condition.READY);
            Eventually.holds(() -> suite.condition(redis) == Condition.READY);
            var keptOverACrash = speak(redis, password(project), "GET colour");

            assertThat(stranger).contains("-NOAUTH");
            assertThat(set).endsWith("+OK");
            assertThat(kept).endsWith("green");
            assertThat(keptOverACrash).endsWith("green");
            assertThat(log).content().contains("Ready to accept connections");
            assertThat(ProcessHandle.of(suite.pid(redis)).orElseThrow().info().commandLine())
                    .hasValueSatisfying(line -> assertThat(line).doesNotContain(secret(project)));
        }
    }

    private static String password(FakeProject project) {
        return "AUTH " + secret(project);
    }

    private static String secret(FakeProject project) {
        try {
            return Files.readString(new Identity(project.home().identity()).redisPassword())
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String speak(Instance redis, String... lines) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            var said = String.join("\r\n", lines) + "\r\n";
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }

    @Test
    void saysWhyRedisDoesNotStart() throws IOException {
        var project = FakeProject.in(parent);
        var options = project.options(Map.of(), false, Map.of("redis", List.of("--no-such-setting", "1")));

        assertThatThrownBy(() -> Suite.start(options, words.terminal()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("redis does not start; the end of its log is above");
        assertThat(words.toString()).contains("no-such-setting");
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
