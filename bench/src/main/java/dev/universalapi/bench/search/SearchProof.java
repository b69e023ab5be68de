package dev.universalapi.bench.search;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.suite.Mode;
import dev.universalapi.launcher.suite.Suite;
import dev.universalapi.launcher.suite.SuiteOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The proof `search`.
public final class SearchProof implements Trial {
    /// Until code is compiled, a service that has just started is slow; on a slow machine, all of this.
    private static final Duration WARM = Duration.ofSeconds(30);
    /// A source of [Phrases#several].
    static final String ONE_OF_SEVERAL = "book/search";
    /// Everybody is made to fail, one right after the other, and must be asked the next time.
    static final List<String> FORGIVING = List.of(
            "--universal.sandbox.quotas=unlimited",
            "--universal.live.standing.fewest=100000",
            "--universal.live.standing.in-a-row=100000",
            "--universal.live.standing.trial=0s",
            "--universal.live.standing.longest-trial=0s",
            "--universal.live.quota.unknown-rest=1s",
            "--universal.live.quota.spent-rest=1s",
            "--universal.live.quota.longest-rest=1s");

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "search ")) {
            var exams = new Exams(scale.project(), folder.path().resolve("exams"));
            HeldOut.prove(report, exams, scale.project());
            HeldOut.load(report, exams, scale);
            evaluate(report, exams, scale);
            var home = folder.path().resolve("home");
            try (var suite = Suite.start(options(scale.project(), home), Terminal.silent());
                    var stage = new Stage(scale.project(), home, suite)) {
                for (var scene : scenes(scale)) {
                    var begun = System.nanoTime();
                    scene.play(stage, report);
                    report.figure("took, s", (System.nanoTime() - begun) / 1e9);
                }
            }
        }
    }

    private static void evaluate(Report report, Exams exams, Scale scale) throws Exception {
        var folder = scale.option("eval");
        if (folder.isPresent()) {
            Evaluation.prove(report, exams, Path.of(folder.get()));
        } else {
            report.section("SKIPPED: CLINC150 and Cranfield, which need --eval DIR");
        }
    }

    private static List<Scene> scenes(Scale scale) {
        var phrases = new Phrases();
        return List.of(
                new Readiness(phrases),
                slow("Five things at once", ONE_OF_SEVERAL, phrases::several, scale),
                slow("Nothing known", "news/search", phrases::text, scale),
                new SlowStream(phrases, scale.of(100, 20)),
                new Away(phrases),
                new Abuse());
    }

    private static Scene slow(String topic, String slow, Supplier<String> texts, Scale scale) {
        return new SlowSource(topic, slow, texts, scale.of(20, 10), WARM, Duration.ofSeconds(scale.of(60, 8)));
    }

    static SuiteOptions options(Path project, Path home) {
        return new SuiteOptions(
                project,
                new Home(home),
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of(),
                false,
                Map.of("search-service", FORGIVING),
                SuiteOptions.COUNTING);
    }
}
