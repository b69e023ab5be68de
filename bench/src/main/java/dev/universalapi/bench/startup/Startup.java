package dev.universalapi.bench.startup;

import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// Starts the suite in the sandbox: with nothing laid out and no start-up caches, laid out without caches, and with
/// them; says what each start took and each process used.
public final class Startup implements Trial {
    private static final Duration TARGET = Duration.ofSeconds(30);
    private static final long TARGET_MIB = 2662;
    private static final int WARM_STARTS = 3;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public void run(Report report, Scale scale) throws IOException {
        var folder = Files.createTempDirectory(
                Files.createDirectories(scale.project().resolve(".universal")), "startup ");
        try {
            measure(report, scale, folder);
        } finally {
            delete(folder);
        }
    }

    private static void measure(Report report, Scale scale, Path folder) {
        var plain = options(scale, folder, false);
        report.section("Cold: the parts are laid out first, no caches");
        start(plain, report).close();
        report.section("No caches");
        start(plain, report).close();

        var cached = options(scale, folder, true);
        report.section("Recording for the caches");
        var recording = start(cached, report);
        var begun = Instant.now();
        recording.close();
        report.figure("seconds to end and make the caches", seconds(begun));

        for (var i = 1; i <= scale.of(WARM_STARTS, 1); i++) {
            report.section("With caches, start " + i);
            var suite = start(cached, report);
            report.figure("target", "%d s, %d MiB".formatted(TARGET.toSeconds(), TARGET_MIB));
            report.check(
                    "memory of all is within its target",
                    memory(suite) <= TARGET_MIB,
                    memory(suite) + " MiB are more than " + TARGET_MIB);
            suite.close();
        }
    }

    private static Suite start(SuiteOptions options, Report report) {
        var begun = Instant.now();
        var suite = Suite.start(options, Terminal.silent());
        report.figure("seconds to ready", seconds(begun));
        for (var instance : suite.instances()) {
            var usage = suite.usage(instance);
            report.figure(
                    "  " + instance.name(),
                    "ready in %4.1f s, %5.1f CPU s, %4d MiB"
                            .formatted(
                                    suite.readyAfter(instance).toMillis() / 1000.0,
                                    usage.cpuSeconds(),
                                    usage.residentMegabytes()));
        }
        report.figure("all", "%.1f CPU s, %d MiB".formatted(processor(suite), memory(suite)));
        return suite;
    }

    private static double processor(Suite suite) {
        return suite.instances().stream()
                .mapToDouble(instance -> suite.usage(instance).cpuSeconds())
                .sum();
    }

    private static long memory(Suite suite) {
        return suite.instances().stream()
                .mapToLong(instance -> suite.usage(instance).residentMegabytes())
                .sum();
    }

    private static double seconds(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    }

    private static SuiteOptions options(Scale scale, Path folder, boolean caches) {
        return new SuiteOptions(
                scale.project(), new Home(folder), Optional.of(Mode.SANDBOX), Optional.empty(), Map.of(), caches);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
