package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Builds the parts with Maven, but only when something is missing or has changed.
public final class Build {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (\\S+) \\S+ +\\[(\\d+)/(\\d+)]");
    private static final int KEPT_LINES = 25;

    private final Path project;

    public Build(Path project) {
        this.project = project;
    }

    /// The jar that a module becomes.
    public Path jar(String module) {
        return project.resolve(module).resolve("target").resolve(module + ".jar");
    }

    /// Builds the modules unless all are there and newer than their sources.
    public void ensure(Collection<String> modules, Consumer<String> progress) {
        var why = reason(modules);
        if (why.isEmpty()) {
            return;
        }
        progress.accept("Building, since " + why + ". The first time this downloads libraries and takes minutes.");
        var begun = Instant.now();
        run(command(modules), progress);
        stamp(begun);
    }

    private String reason(Collection<String> modules) {
        for (var module : modules) {
            if (!Files.exists(jar(module))) {
                return module + " is not built yet";
            }
        }
        try {
            var stamp = stampFile();
            var built = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : oldest(modules);
            return new Sources(project).newest().compareTo(built) > 0 ? "sources have changed" : "";
        } catch (IOException e) {
            throw new LauncherException("The built parts cannot be read: " + e.getMessage(), e);
        }
    }

    private FileTime oldest(Collection<String> modules) throws IOException {
        var oldest = FileTime.from(Instant.now());
        for (var module : modules) {
            var time = Files.getLastModifiedTime(jar(module));
            oldest = time.compareTo(oldest) < 0 ? time : oldest;
        }
        return oldest;
    }

    private static List<String> command(Collection<String> modules) {
        return List.of(
                System.getProperty("universal.maven", "mvn"),
                "-B",
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Djacoco.skip",
                "-pl",
                String.join(",", modules),
                "-am",
                "package");
    }

    private void run(List<String> command, Consumer<String> progress) {
        var last = new ArrayDeque<String>();
        try {
            var builder =
                    new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var maven = builder.start();
            var end = new Thread(maven::destroy, "end the build");
            Runtime.getRuntime().addShutdownHook(end);
            try (var lines = maven.inputReader()) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    keep(last, line);
                    var module = MODULE.matcher(line);
                    if (module.find()) {
                        progress.accept("  building %s (%s of %s)"
                                .formatted(module.group(1), module.group(2), module.group(3)));
                    }
                }
            }
            var code = maven.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            if (code != 0) {
                last.forEach(progress);
                throw new LauncherException("The build failed; its last lines are above. Mend it, then start again");
            }
        } catch (IOException e) {
            throw new LauncherException("Maven cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The build was interrupted", e);
        }
    }

    private static void keep(Deque<String> last, String line) {
        if (line.startsWith("[ERROR]")) {
            last.add(line);
        }
        if (last.size() > KEPT_LINES) {
            last.removeFirst();
        }
    }

    private void stamp(Instant begun) {
        try {
            var stamp = stampFile();
            Files.createDirectories(stamp.getParent());
            Files.writeString(stamp, "");
            Files.setLastModifiedTime(stamp, FileTime.from(begun));
        } catch (IOException e) {
            throw new LauncherException("The build cannot be noted: " + e.getMessage(), e);
        }
    }

    private Path stampFile() {
        return project.resolve("launcher/target/parts-built");
    }
}
