package dev.universalapi.bench.answer;

import dev.universalapi.bench.stage.Forgiving;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.process.Usage;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proof `first-answer`.
public final class FirstAnswer implements Trial {
    private static final int FAULT_MILLIS = 3000;
    private static final int FAULT_MILLIS_BRIEF = 1000;
    private static final List<String> BRIEF = List.of("--universal.settings.poll=2s");

    @Override
    public String name() {
        return "first-answer";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "proof é ")) {
            var home = folder.path().resolve("home");
            if (!scale.brief()) {
                starts(report, scale, home);
            }
            scenes(report, scale, home);
            new LostLauncher(scale.project(), home).play(report);
        }
    }

    /// Without and with Java's start-up caches, which the first clean end writes.
    private static void starts(Report report, Scale scale, Path home) throws IOException {
        report.section("Start-up, sandbox");
        for (var kind : List.of("cold", "with caches")) {
            var begun = Instant.now();
            try (var suite = Suite.start(options(scale, home, Map.of(), true), Terminal.silent())) {
                report.figure(kind + ": seconds to ready", seconds(begun));
                tellUsage(kind, suite, report);
            }
        }
    }

    private static void scenes(Report report, Scale scale, Path home) throws Exception {
        var begun = Instant.now();
        var options = options(scale, home, Map.of("search-service", 2), !scale.brief());
        try (var suite = Suite.start(options, Terminal.silent());
                var stage = new Stage(scale.project(), home, suite)) {
            report.section("Two replicas of search-service, sandbox");
            report.figure("seconds to ready", seconds(begun));
            tellUsage("with two replicas", suite, report);
            for (var scene : List.of(
                    new EveryProvider(),
                    new EveryFault(scale.of(FAULT_MILLIS, FAULT_MILLIS_BRIEF)),
                    new WrongInput(),
                    new ClosedDoors("search-service"),
                    new ClosedAddresses(),
                    new LiveSetting(),
                    new LostReplica(Duration.ofSeconds(scale.of(45, 15))))) {
                scene.play(stage, report);
            }
        }
    }

    private static void tellUsage(String kind, Suite suite, Report report) {
        var usages = suite.instances().stream()
                .map(instance -> Usage.of(suite.pid(instance)))
                .toList();
        report.figure(
                kind + ": memory of all, MiB",
                usages.stream().mapToLong(Usage::residentMegabytes).sum());
        report.figure(
                kind + ": CPU of all, s",
                usages.stream().mapToDouble(Usage::cpuSeconds).sum());
    }

    private static SuiteOptions options(Scale scale, Path home, Map<String, Integer> replicas, boolean caches) {
        var settings = new ArrayList<>(Forgiving.SETTINGS);
        settings.addAll(scale.brief() ? BRIEF : List.of());
        return new SuiteOptions(
                scale.project(),
                new Home(home),
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                replicas,
                caches,
                Map.of("search-service", settings),
                SuiteOptions.COUNTING);
    }

    private static double seconds(Instant begun) {
        return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    }
}
