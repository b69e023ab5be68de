package dev.universalapi.bench.search;

import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.suite.Suite;
import java.time.Duration;

/// The benchmark `search`: how many searches a second there are answers for within a second, and what one costs. Texts
/// are new, so that every one asks its sources; everything runs on the same machine.
public final class SearchBench implements Trial {
    private static final double LONGEST_MILLIS = 1_000;
    private static final double MOST = 0.999;
    private static final int FIRST_RATE = 10;
    private static final double STEP = 1.3;
    private static final int HIGHEST_RATE = 1_000;

    /// What one rate came to.
    private record Round(int rate, double p50, double p99, double share, double cpuMillis) {
        boolean holds() {
            return p99 < LONGEST_MILLIS && share >= MOST;
        }

        @Override
        public String toString() {
            return "p50 %.0f ms, p99 %.0f ms, %.3f answered, %.1f ms of CPU a search"
                    .formatted(p50, p99, share, cpuMillis);
        }
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "search ")) {
            var home = folder.path().resolve("home");
            try (var suite = Suite.start(SearchProof.options(scale.project(), home), Terminal.silent());
                    var stage = new Stage(scale.project(), home, suite)) {
                var phrases = new Phrases();
                new Readiness(phrases).play(stage, report);
                report.section("Searches a second, one replica, p99 under 1 s");
                new Load(new Desk(stage.gateway()), FIRST_RATE, phrases).run(Duration.ofSeconds(scale.of(20, 5)));
                climb(report, stage, phrases, Duration.ofSeconds(scale.of(15, 4)));
            }
        }
    }

    private static void climb(Report report, Stage stage, Phrases phrases, Duration each) {
        var best = 0;
        for (var rate = FIRST_RATE; rate < HIGHEST_RATE; rate = (int) Math.ceil(rate * STEP)) {
            var round = round(stage, phrases, rate, each);
            report.figure(rate + "/s", round);
            if (!round.holds()) {
                break;
            }
            best = rate;
        }
        report.figure("most searches a second", best);
        report.check("some rate holds", best > 0, "not even %d a second".formatted(FIRST_RATE));
    }

    private static Round round(Stage stage, Phrases phrases, int rate, Duration each) {
        var before = cpu(stage);
        var traffic = new Load(new Desk(stage.gateway()), rate, phrases).run(each);
        var cpu = (cpu(stage) - before) * 1_000 / Math.max(1, traffic.size());
        return new Round(rate, traffic.percentile(0.5), traffic.percentile(0.99), traffic.share(), cpu);
    }

    private static double cpu(Stage stage) {
        var suite = stage.suite();
        return suite.instances("search-service").stream()
                .mapToDouble(instance -> suite.usage(instance).cpuSeconds())
                .sum();
    }
}
