package dev.universalapi.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.launcher.Eventually;
import dev.universalapi.launcher.FakeProject;
import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.process.Stamp;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands, as a person types them, against launchers in a Java of their own.
class CommandsIntegrationTests {
    private static final String PROJECT = "universal.project";

    @TempDir
    Path parent;

    private final Words words = new Words();
    private final List<Process> launchers = new ArrayList<>();

    @AfterEach
    void endAll() {
        System.clearProperty(PROJECT);
        launchers.forEach(Process::destroyForcibly);
    }

    private FakeProject project() throws IOException {
        var project = FakeProject.in(parent);
        System.setProperty(PROJECT, project.folder().toString());
        return project;
    }

    private Process up(FakeProject project, int port) throws Exception {
        var launcher = project.launcher(
                        "up",
                        "--sandbox",
                        "--no-caches",
                        "--without=postgres",
                        "--without=kafka",
                        "--port",
                        String.valueOf(port))
                .start();
        launchers.add(launcher);
        Eventually.holds(
                () -> !launcher.isAlive() || state(project).filter(State::ready).isPresent());
        return launcher;
    }

    private static Optional<State> state(FakeProject project) {
        return State.running(Suite.stateFile(project.home()));
    }

    private int run(Command command, String... typed) {
        return command.run(List.of(typed), words.terminal());
    }

    @Test
    void upSaysWhereAndDownEndsIt() throws Exception {
        var project = project();
        var port = new Ports().any();
        var launcher = up(project, port);

        var status = run(new Status());
        var again = run(new Up());
        var logs = run(new Logs(), "gateway");
        var down = run(new Down());
        launcher.waitFor();
        var after = run(new Status());
        var nothing = run(new Down());

        assertThat(project.said())
                .contains("Universal API is ready at http://127.0.0.1:" + port, "mode  sandbox, since as wanted")
                .contains(
                        "export KEY=$(cat '",
                        "curl -H \"Authorization: Bearer $KEY\"",
                        "/api/weather/current?latitude=48.85&longitude=2.35")
                .contains("Stopping.");
        assertThat(List.of(status, again, logs, down, after, nothing)).containsExactly(0, 0, 0, 0, 3, 0);
        assertThat(words.toString())
                .contains("gateway            ready")
                .doesNotContain("uapi_live_")
                .contains("It runs already, at http://127.0.0.1:" + port + " in sandbox mode")
                .contains("Stopped")
                .contains("Nothing runs; ./universal up starts it");
        assertThat(Ports.free(port)).isTrue();
    }

    @Test
    void noChildOutlivesALauncherThatIsKilledAndTheNextStartWorks() throws Exception {
        var project = project();
        var port = new Ports().any();
        var launcher = up(project, port);
        var children = state(project).orElseThrow().members().stream()
                .map(State.Member::process)
                .toList();

        launcher.destroyForcibly().waitFor();
        Eventually.holds(() -> children.stream().noneMatch(Stamp::alive));
        up(project, port);
        var second = state(project);
        run(new Down());

        assertThat(children).hasSize(6);
        assertThat(second).isPresent();
        assertThat(second.orElseThrow().gateway().port()).isEqualTo(port);
    }

    @Test
    void upOnABusyPortSaysWhatToDo() throws Exception {
        var project = project();
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var launcher = up(project, busy.getLocalPort());

            assertThat(launcher.waitFor()).isOne();
            assertThat(project.said())
                    .isEqualToIgnoringNewLines("port " + busy.getLocalPort()
                            + " is used by another program; end that one, or choose another port with --port N");
        }
    }

    @Test
    void detachedItGoesOnInTheBackground() throws Exception {
        var project = project();
        var port = String.valueOf(new Ports().any());

        var up = project.launcher(
                        "up",
                        "--sandbox",
                        "--no-caches",
                        "--without=postgres",
                        "--without=kafka",
                        "--detach",
                        "--port=" + port)
                .start()
                .waitFor();
        var running = state(project);
        var down = run(new Down());

        assertThat(up).isZero();
        assertThat(running.orElseThrow().ready()).isTrue();
        assertThat(down).isZero();
        assertThat(project.said()).contains("It runs in the background; ./universal down ends it");
        assertThat(project.home().logs().resolve("launcher.log")).content().contains("is ready after");
    }

    @Test
    void detachedItSaysWhyItCouldNotStart() throws Exception {
        var project = project();
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var up = project.launcher("up", "--sandbox", "--detach", "--port=" + busy.getLocalPort())
                    .start()
                    .waitFor();

            assertThat(up).isOne();
            assertThat(project.said()).contains("is used by another program");
        }
    }

    @Test
    void doctorLooksAtEverything() throws Exception {
        project();
        System.setProperty("universal.maven", "true");

        var code = run(new Doctor());

        System.clearProperty("universal.maven");
        assertThat(code).isOne();
        assertThat(words.toString().lines().map(line -> line.substring(0, 16).strip()))
                .contains("ok    Java", "FAIL  Maven", "ok    folder", "ok    processes", "ok    build");
    }

    @Test
    void logsOfNobodyAreNone() throws Exception {
        var project = project();
        project.home().prepare();
        Files.writeString(project.home().logs().resolve("gateway.log"), "one\ntwo\n");

        var launcher = project.launcher("logs", "nobody").start().waitFor();
        var code = run(new Logs(), "gateway");

        assertThat(launcher).isOne();
        assertThat(project.said()).isEqualToIgnoringNewLines("There is no log of [nobody]; there are: [gateway]");
        assertThat(code).isZero();
        assertThat(words.toString()).isEqualTo("gateway | one\ngateway | two\n");
    }
}
