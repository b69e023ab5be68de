package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Builds modules with Maven, but only those that are missing or have changed.
public final class Build {
    private final Path project;

    public Build(Path project) {
        this.project = project;
    }

    /// The jar that a module becomes.
    public Path jar(String module) {
        return Modules.of(project).folder(module).resolve("target").resolve(module + ".jar");
    }

    /// Builds what is missing or older than its sources, and returns at once when nothing is.
    ///
    /// @param progress is told of it, a line each
    public void ensure(Collection<String> modules, Consumer<String> progress) {
        var freshness = new Freshness(Modules.of(project));
        var stale = modules.stream()
                .filter(module -> freshness.reason(module).isPresent())
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        progress.accept("Building, since " + freshness.reason(stale.getFirst()).orElseThrow()
                + "; the first time this downloads libraries and takes minutes");
        var outcome = new Maven(project).run(arguments(stale), progress);
        if (outcome.code() != 0) {
            outcome.errors().forEach(progress);
            throw new LauncherException(
                    "the build failed, its errors are above and all of it in %s; mend it, then start again"
                            .formatted(outcome.log()));
        }
    }

    /// Why the first stale module would be built, half a sentence; empty when all is fresh.
    public String stale(Collection<String> modules) {
        var freshness = new Freshness(Modules.of(project));
        return modules.stream()
                .map(module -> freshness.reason(module).orElse(""))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> arguments(List<String> modules) {
        return List.of(
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Djacoco.skip",
                "-pl",
                modules.stream().map(module -> ":" + module).collect(Collectors.joining(",")),
                "-am",
                "package");
    }
}
