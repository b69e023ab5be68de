package dev.universalapi.bench.durable;

import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Traffic;
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
import java.util.concurrent.CopyOnWriteArrayList;

/// The proof `durable`.
public final class DurableProof implements Trial {
    private static final double WANTED = 0.999;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final double QUICK_MILLIS = 250;
    /// The load would spend what providers give away.
    private static final List<String> UNLIMITED = List.of("--universal.sandbox.quotas=unlimited");

    @Override
    public String name() {
        return "durable";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "durable ")) {
            var home = folder.path().resolve("home");
            if (!scale.brief()) {
                makeCaches(scale, home);
            }
            var begun = System.nanoTime();
            Remains remains;
            try (var suite = Suite.start(options(scale, home), Terminal.silent());
                    var stage = new Stage(scale.project(), home, suite);
                    var doors = doors(suite)) {
                report.section("Two gateways, two replicas of search-service, all stores; sandbox");
                report.figure("ready after, s", (System.nanoTime() - begun) / 1e9);
                remains = play(stage, doors, report, scale);
            }
            remains.check(report);
        }
    }

    /// What comes back after a crash starts from Java's start-up caches, which the end of a first run makes.
    private static void makeCaches(Scale scale, Path home) throws Exception {
        Suite.start(options(scale, home), Terminal.silent()).close();
    }

    private static TwoDoors doors(Suite suite) {
        var headers = Map.of("Authorization", "Bearer " + suite.key());
        return new TwoDoors(suite.instances("gateway").stream()
                .map(gateway -> new Caller(gateway.address(), headers))
                .toList());
    }

    private static Remains play(Stage stage, TwoDoors doors, Report report, Scale scale) throws Exception {
        var suite = stage.suite();
        var questions = new Questions();
        var load = new Load(doors, scale.of(100, 40), questions);
        warmUp(load, questions, doors, report);
        var kafka = "127.0.0.1:" + suite.instances("kafka").getFirst().port();
        var topic = new KafkaTopic(kafka, "search.events");
        try (var steady = load.steady()) {
            var act = new Act(
                    stage,
                    doors,
                    steady,
                    questions,
                    Ledger.of(suite),
                    topic,
                    new CopyOnWriteArrayList<>(),
                    report,
                    scale);
            act.counted("before anything happens");
            suffer(act);
            var traffic = steady.end();
            tell(traffic, report);
            new Books(act).close(traffic);
            new Ingest(act, scale.of(10_000, 2_000), scale.of(60, 5)).play();
            return Remains.of(suite, act.deaths());
        }
    }

    private static void warmUp(Load load, Questions questions, TwoDoors doors, Report report) throws Exception {
        questions.fill(doors);
        var warm = Patience.secondsUntil(LONGEST, () -> load.isQuick(LOOK, QUICK_MILLIS));
        report.figure("warm after, s", warm);
        report.check("all is answered quickly before anything happens", warm >= 0, "not within a minute");
    }

    private static void suffer(Act act) throws Exception {
        var poison = new Poison(act);
        poison.sow();
        poison.mend();
        new Killing(act).play();
        poison.replay();
        new Cutting(act).play();
    }

    private static void tell(Traffic traffic, Report report) {
        report.section("All of it");
        report.figure("requests", traffic.size());
        report.figure("answered, %", "%.3f".formatted(100 * traffic.share()));
        report.figure("p99, ms", traffic.percentile(0.99));
        report.check("99.9 % of requests are answered", traffic.share() >= WANTED, traffic.failures() + ", " + traffic);
    }

    private static SuiteOptions options(Scale scale, Path home) {
        return new SuiteOptions(
                scale.project(),
                new Home(home),
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of("search-service", 2, "gateway", 2),
                !scale.brief(),
                Map.of("search-service", UNLIMITED));
    }
}
