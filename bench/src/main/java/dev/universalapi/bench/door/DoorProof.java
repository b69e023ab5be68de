package dev.universalapi.bench.door;

import dev.universalapi.bench.answer.ClosedDoors;
import dev.universalapi.bench.gateway.DoorBench;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The proof `door`.
public final class DoorProof implements Trial {
    private static final String GATEWAY = "gateway";
    private static final int GATEWAYS = 3;
    /// As the settings below make it: the longest time-out, its grace, the margin, and what timers are late.
    private static final Duration LEASE = Duration.ofSeconds(8);

    /// Nobody waits a minute for what a gateway held that died, or for usage that Kafka will never take.
    private static final List<String> GATEWAYS_SETTINGS = List.of(
            "--universal.gateway.limit.longest-timeout=5s",
            "--universal.gateway.limit.margin=1s",
            "--universal.gateway.limit.count.recount=2s",
            "--universal.settings.poll=1s");

    /// In short nobody waits a minute until gateways ask again for a key that they know.
    private static final List<String> SOONER = List.of("--universal.gateway.identity.fresh=4s");

    private static final List<String> MAPPINGS = List.of(
            "--management.endpoints.web.exposure.include=health,prometheus,mappings",
            "--management.endpoint.mappings.access=read-only");

    private static final List<String> SEARCH_SETTINGS =
            List.of("--universal.sandbox.quotas=unlimited", "--universal.events.send.patience=3s");

    @Override
    public String name() {
        return "door";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        play(report, scale);
        if (!scale.brief()) {
            new DoorBench().run(report, scale);
        }
    }

    private static void play(Report report, Scale scale) throws Exception {
        try (var folder = Folder.make(scale.project(), "door ")) {
            var home = folder.path().resolve("home");
            var begun = System.nanoTime();
            try (var suite = Suite.start(options(scale, home), Terminal.silent());
                    var stage = new Stage(scale.project(), home, suite);
                    var gates = Gates.of(suite)) {
                report.section("Three gateways, all services and stores; sandbox");
                report.figure("ready after, s", secondsSince(begun));
                var tenants = new Tenants(gates, suite.key());
                for (var scene : scenes(scale, gates, tenants, new Stores(suite))) {
                    var from = System.nanoTime();
                    play(scene, stage, report);
                    report.figure("took, s", secondsSince(from));
                }
            }
        }
    }

    // what one scene throws is no reason not to play the others
    private static void play(Scene scene, Stage stage, Report report) throws InterruptedException {
        try {
            scene.play(stage, report);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            report.check(scene.getClass().getSimpleName() + " is played to its end", false, told(e));
        }
    }

    private static String told(Exception e) {
        return e + " " + Arrays.toString(e.getStackTrace());
    }

    private static List<Scene> scenes(Scale scale, Gates gates, Tenants tenants, Stores stores) {
        return List.of(
                new EveryRoute(gates, tenants),
                new ClosedDoors("search-service", "analytics-service", "auth-service"),
                new OthersThings(gates, tenants, scale.of(200, 20)),
                new ExactLimits(gates, tenants, scale.of(10_000, 1_000), LEASE),
                new PushedChanges(gates, tenants, stores, scale.of(100, 10), scale.of(100, 40)),
                new OwnCredential(gates, tenants, scale.of(100, 40)),
                new StoresAway(gates, tenants, stores, scale),
                new AuditChain(gates, tenants, stores),
                new SecretsNowhere(tenants, stores));
    }

    private static SuiteOptions options(Scale scale, Path home) {
        var search = new ArrayList<>(SEARCH_SETTINGS);
        search.addAll(MAPPINGS);
        var gateways = new ArrayList<>(GATEWAYS_SETTINGS);
        gateways.addAll(scale.brief() ? SOONER : List.of());
        return new SuiteOptions(
                scale.project(),
                new Home(home),
                Optional.of(Mode.SANDBOX),
                Optional.empty(),
                Map.of(GATEWAY, GATEWAYS),
                false,
                Map.of(
                        GATEWAY,
                        gateways,
                        "search-service",
                        search,
                        "analytics-service",
                        MAPPINGS,
                        "auth-service",
                        MAPPINGS));
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
