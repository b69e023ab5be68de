package dev.universalapi.bench.ladder;

import dev.universalapi.bench.kind.Kinds;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proof `ladder`.
public final class LadderProof implements Trial {
    private static final String SEARCH = "search-service";

    /// A fault may say that a quota is spent, or a key refused: the next fault must not wait an hour for it. Quotas are
    /// the subject where a provider of the proof's own has one, and would end the load elsewhere.
    private static final List<String> ALWAYS = List.of(
            "--universal.sandbox.quotas=own",
            "--universal.settings.poll=1s",
            "--universal.providers.look=500ms",
            "--universal.live.quota.unknown-rest=1s",
            "--universal.live.quota.spent-rest=1s",
            "--universal.live.standing.trial=1s",
            "--universal.live.standing.longest-trial=1s");

    /// In short there are too few questions for three probes, or one every few seconds, to be less than one in a
    /// hundred; and nobody waits for the longest time that a breaker may be open.
    private static final List<String> SOONER = List.of(
            "--universal.live.standing.probes=1",
            "--universal.live.standing.slow-start=3s",
            "--universal.live.standing.healthy=1s");

    /// While fault follows fault, breakers try again soon: each fault is to be met by providers that are well.
    private static final String[] FORGIVING = {
        "universal.live.standing.open: 200ms", "universal.live.standing.longest-open: 400ms"
    };

    private static final String[] PATIENT = {
        "universal.live.standing.open: 4s", "universal.live.standing.longest-open: 8s"
    };

    /// Where calls are counted: a second one beside a slow one is another subject.
    private static final String UNHEDGED = "universal.live.attempt.hedge-known: 1000000";

    private static final int PATIENCE = 10_000;

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "ladder ")) {
            var home = folder.path().resolve("home");
            var begun = System.nanoTime();
            try (var suite = Suite.start(options(scale, home), Terminal.silent());
                    var stage = new Stage(scale.project(), home, suite)) {
                report.section("Two replicas of search-service, sandbox");
                report.figure("ready after, s", secondsSince(begun));
                stage.settings(SEARCH, UNHEDGED); // in force before the warm-up is over
                for (var scene : scenes(scale)) {
                    var from = System.nanoTime();
                    scene.play(stage, report);
                    report.figure("took, s", secondsSince(from));
                }
            }
        }
        new Kinds().run(report, scale);
    }

    // in short, a window is an hour, so that nobody waits for the next one
    private static List<Scene> scenes(Scale scale) {
        var rate = scale.of(100, 50);
        var period = scale.brief() ? "hour" : "minute";
        var questions = new Questions(PATIENCE);
        var silence = new Questions(scale.of(PATIENCE, PATIENCE / 5));
        return List.of(
                new WarmUp(questions),
                new SharedCalls(scale.of(1000, 300)),
                new SoftExpiry(),
                new AskedToWait(rate, scale.of(30, 4), questions),
                faults(scale, silence),
                new SilentFavourite(
                        100, Duration.ofSeconds(scale.of(15, 7)), Duration.ofSeconds(scale.of(20, 4)), silence),
                new SpentQuota(100, Duration.ofSeconds(scale.of(10, 3)), period, questions),
                new LostRedis(100, Duration.ofSeconds(scale.of(20, 4)), period, questions));
    }

    private static Scene faults(Scale scale, Questions questions) {
        var faults = scale.brief()
                ? new FaultsUnderLoad(20, Duration.ofMillis(300), 3, questions)
                : new FaultsUnderLoad(100, Duration.ofSeconds(6), 1, questions);
        return (stage, report) -> {
            stage.settings(SEARCH, FORGIVING);
            faults.play(stage, report);
            stage.settings(SEARCH, scale.brief() ? PATIENT : new String[0]);
        };
    }

    private static SuiteOptions options(Scale scale, Path home) {
        var settings = new ArrayList<>(ALWAYS);
        settings.addAll(scale.brief() ? SOONER : List.of());
        return new SuiteOptions(
                scale.project(),
                new Home(home),
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of(SEARCH, 2),
                false,
                Map.of(SEARCH, settings),
                SuiteOptions.COUNTING);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
