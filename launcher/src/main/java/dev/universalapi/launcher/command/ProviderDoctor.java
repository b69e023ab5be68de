package dev.universalapi.launcher.command;

import dev.universalapi.launcher.Arguments;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.WayOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// `doctor --providers`: has a program with the engine in it, which the launcher has not, call each provider once.
final class ProviderDoctor {
    static final String PROVIDERS = "--providers";
    static final String RECORD = "--record";
    private static final String MODULE = "bench";

    private final Path project;
    private final Supplier<Mode.Choice> wayOut;

    /// @param wayOut whether the outside world can be reached
    ProviderDoctor(Path project, Supplier<Mode.Choice> wayOut) {
        this.project = project;
        this.wayOut = wayOut;
    }

    static ProviderDoctor of(Path project) {
        return new ProviderDoctor(project, () -> WayOut.of(project).choose());
    }

    /// The exit code; 0 without a way out, when nobody is asked.
    int run(Arguments arguments, Home home, Terminal terminal) {
        var way = wayOut.get();
        if (way.mode() == Mode.SANDBOX) {
            terminal.say("No provider is asked: " + way.why());
            return 0;
        }
        new Build(project).ensure(List.of(MODULE), terminal::say);
        return start(command(arguments, home), terminal);
    }

    List<String> command(Arguments arguments, Home home) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                new Build(project).jar(MODULE).toString(),
                "doctor",
                home.secrets().toString()));
        command.addAll(arguments.words());
        if (arguments.has(RECORD)) {
            command.add(RECORD);
        }
        return command;
    }

    private int start(List<String> command, Terminal terminal) {
        try {
            var child = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .start();
            try (var said = child.inputReader(StandardCharsets.UTF_8)) {
                said.lines().forEach(terminal::say);
            }
            return child.waitFor();
        } catch (IOException e) {
            throw new LauncherException("the providers cannot be examined: " + LauncherException.why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("the examination was interrupted", e);
        }
    }
}
