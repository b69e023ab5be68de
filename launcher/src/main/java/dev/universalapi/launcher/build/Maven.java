package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.process.Guardian;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs Maven on the project, quietly but never silently. It ends with this process, however that ends.
///
/// @param project the folder of the checkout
public record Maven(Path project) {
    private static final Duration TICK = Duration.ofSeconds(1);

    /// How it went.
    ///
    /// @param code Maven's exit code
    /// @param errors the last that it told
    /// @param log all that it printed
    public record Outcome(int code, List<String> errors, Path log) {}

    /// The program: what `./universal` found, else the one on the path.
    public static String program() {
        return System.getProperty("universal.maven", "mvn");
    }

    /// Runs it to the end.
    ///
    /// @param say is told of the progress, a line each
    public Outcome run(List<String> arguments, Consumer<String> say) {
        var log = project.resolve(".universal").resolve("build.log");
        var command = new ArrayList<>(List.of(program(), "-B"));
        command.addAll(arguments);
        try (var guardian = Guardian.start()) {
            Files.createDirectories(log.getParent());
            var builder =
                    new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var maven = builder.start();
            guardian.watch(maven.pid());
            Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy, "end the build"));
            var progress = new Progress(say, InstantSource.system());
            try (var lines = maven.inputReader();
                    var copy = Files.newBufferedWriter(log);
                    var ticks = Executors.newSingleThreadScheduledExecutor()) {
                ticks.scheduleAtFixedRate(progress::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
                follow(lines, copy, progress);
                ticks.shutdownNow();
            }
            return new Outcome(maven.waitFor(), progress.errors(), log);
        } catch (IOException e) {
            throw new LauncherException("Maven cannot be run: " + LauncherException.why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("the build was interrupted", e);
        }
    }

    private static void follow(BufferedReader lines, Writer copy, Progress progress) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            copy.write(line);
            copy.write('\n');
            progress.line(line);
        }
    }
}
