package dev.universalapi.bench.ladder;

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

    /// A fault may say that a quota is spent, or a key refused: the next fault must not wait an hour for it.
    private static final List<String> FAULTS_PASS = List.of(
            "--universal.live.quota.unknown-rest=1s",
            "--universal.live.quota.spent-rest=1s",
            "--universal.live.standing.trial=1s",
            "--universal.live.standing.longest-trial=1s");

    /// In short there are too few questions for three probes to be less than one in a hundred.
    private static final List<String> SOONER =
            List.of("--universal.live.standing.probes=1", "--universal.live.standing.slow-start=3s");

    private static final int PATIENCE = 10_000;

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "ladder ")) {
            var questions = new Questions(scale.of(PATIENCE, PATIENCE / 5));
            var home = folder.path().resolve("home");
            play(report, scale, home, "unlimited", load(scale, questions));
            play(report, scale, home, "declared", quotas(scale, new Questions(PATIENCE)));
        }
    }

    // quotas are not the subject, and would end the load
    private List<Scene> load(Scale scale, Questions questions) {
        var rate = scale.of(100, 50);
        return List.of(
                new SharedCalls(scale.of(1000, 300)),
                new SoftExpiry(),
                new AskedToWait(rate, scale.of(30, 6), questions),
                new FaultsUnderLoad(rate, Duration.ofMillis(scale.of(6000, 500)), questions),
                new SilentFavourite(
                        rate, Duration.ofSeconds(scale.of(15, 6)), Duration.ofSeconds(scale.of(20, 5)), questions));
    }

    // in short, a window is an hour, so that nobody waits for the next one
    private List<Scene> quotas(Scale scale, Questions questions) {
        var period = scale.brief() ? "hour" : "minute";
        return List.of(
                new SpentQuota(scale.of(100, 50), period, questions),
                new LostRedis(scale.of(100, 50), Duration.ofSeconds(scale.of(20, 4)), period, questions));
    }

    private static void play(Report report, Scale scale, Path home, String quotas, List<Scene> scenes)
            throws Exception {
        var settings = new ArrayList<>(List.of("--universal.sandbox.quotas=" + quotas, "--universal.settings.poll=2s"));
        settings.addAll(FAULTS_PASS);
        settings.addAll(scale.brief() ? SOONER : List.of());
        var options = new SuiteOptions(
                scale.project(),
                new Home(home),
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of(SEARCH, 2),
                !scale.brief(),
                Map.of(SEARCH, settings));
        try (var suite = Suite.start(options, Terminal.silent());
                var stage = new Stage(scale.project(), home, suite)) {
            report.section("Two replicas of search-service, sandbox, quotas " + quotas);
            for (var scene : scenes) {
                scene.play(stage, report);
            }
        }
    }
}
