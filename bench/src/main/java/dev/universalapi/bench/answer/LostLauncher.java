package dev.universalapi.bench.answer;

import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.process.Ports;
import dev.universalapi.launcher.suite.State;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The launcher is killed: no child lives five seconds later, its ports are free, and a second `up` works.
///
/// It runs from the home that a suite was started from before, where all is laid out already.
final class LostLauncher {
    private static final int LAST_WORDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Path project;
    private final Home home;

    LostLauncher(Path project, Path home) {
        this.project = project;
        this.home = new Home(home);
    }

    void play(Report report) throws Exception {
        report.section("The launcher killed");
        var port = new Ports().any();
        var works = up(port) == 0;
        report.check("./universal up --detach works", works, lastWords());
        if (works) {
            killed(port, report);
        }
    }

    private void killed(int port, Report report) throws Exception {
        report.check("a second up says that it runs already", up(port) == 0, lastWords());
        var state = State.running(Suite.stateFile(home)).orElseThrow();
        var children = state.pids().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
        report.check("all parts are children", children.size() == state.pids().size(), children.toString());

        state.launcher().find().ifPresent(ProcessHandle::destroyForcibly);
        var seconds = Patience.secondsUntil(LIMIT, () -> children.stream().noneMatch(ProcessHandle::isAlive));
        report.figure("no child lives after, s", seconds);
        report.check("no child lives 5 s later", seconds >= 0, children.toString());
        var taken = state.instances().stream()
                .flatMap(instance -> java.util.stream.Stream.of(instance.port(), instance.managementPort()))
                .filter(used -> !Ports.free(used))
                .toList();
        report.check("their ports are free", taken.isEmpty(), taken.toString());

        report.check("up works again on the same port", up(port) == 0, lastWords());
        report.check("down ends it", universal("down") == 0, lastWords());
    }

    private int up(int port) throws IOException, InterruptedException {
        return universal("up", "--sandbox", "--detach", "--no-caches", "--port", String.valueOf(port));
    }

    private int universal(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(project.resolve("universal").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.folder().toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start()
                .waitFor();
    }

    /// What the last command said.
    private Path said() {
        return home.folder().resolveSibling("universal.log");
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(said());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    }
}
