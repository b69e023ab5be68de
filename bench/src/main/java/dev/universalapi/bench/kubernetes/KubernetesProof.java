package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Traffic;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.cluster.Deploy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The proof `kubernetes`. It makes the namespace of the suite in the cluster that `kubectl` reaches, and deletes it at
/// the end; where there is one already it does nothing. It has to run where ClusterIPs can be reached: load that went
/// through a forwarded port would end with the pod behind it.
public final class KubernetesProof implements Trial {
    private static final String NAMESPACE = "universal-api";
    private static final double WANTED = 0.999;
    private static final int RATE = 50;
    private static final int MINUTES = 15;
    private static final int PORT = 8080;
    private static final double QUICK_MILLIS = 500;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration WARM = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        if (scale.brief()) {
            report.figure("NOT RUN: has no short form", "./universal prove kubernetes --context C");
            return;
        }
        var found = Cluster.of(scale.option("context"), NAMESPACE);
        if (found.isEmpty()) {
            report.figure("NOT RUN: kubectl reaches no cluster", "--context C names one");
            return;
        }
        var cluster = found.get();
        if (cluster.exists()) {
            report.check("the namespace " + NAMESPACE + " is this proof's own", false, "it is there: delete it first");
            return;
        }
        try {
            prove(cluster, report, scale);
        } finally {
            cluster.run("", "delete", "namespace", NAMESPACE, "--ignore-not-found");
        }
    }

    private static void prove(Cluster cluster, Report report, Scale scale) throws Exception {
        var options = options(cluster, scale);
        fromNothing(cluster, report, scale, options);
        var key = cluster.secret("universal-identity", "bootstrap-key");
        var address = cluster.ask("get", "service", "gateway", "-o", "jsonpath={.spec.clusterIP}")
                .strip();
        var gateway = URI.create("http://" + address + ":" + PORT);
        try (var doors = new Doors(gateway, key);
                var caller = new Caller(gateway, Books.bearer(key))) {
            var load = new Load(doors, RATE, new Questions());
            warmUp(load, report);
            var begun = System.nanoTime();
            try (var steady = load.steady();
                    var memory = new Memory(cluster)) {
                var play = new Play(cluster, gateway, key, steady, report);
                play(play, options, scale);
                rest(begun, scale);
                restricted(cluster, report);
                var traffic = steady.end();
                tell(traffic, report);
                memory.tell(report, (System.nanoTime() - begun) / 60e9);
                new Books(cluster, caller, report).close(traffic);
            }
        }
    }

    private static void play(Play play, List<String> options, Scale scale) throws InterruptedException {
        var burst = scale.option("burst").map(Integer::parseInt).orElse(RATE);
        var disturbing = new Disturbing(play);
        play.scene("autoscaling", new Autoscaling(play, burst)::upAndDown);
        play.scene("scaling", disturbing::scale);
        play.scene("rolling", disturbing::roll);
        play.scene("killing", disturbing::kill);
        play.scene("evicting", disturbing::evict);
        play.scene("three gateways", new ThreeGateways(play)::limit);
        if (scale.option("from").isPresent()) {
            play.scene(
                    "upgrading",
                    new Upgrading(play, options, scale.option("from").get(), wanted(scale))::thereAndBack);
        } else {
            play.report()
                    .figure("NOT RUN: the upgrade", "--from VERSION --version VERSION name two that can be pulled");
        }
    }

    private static String wanted(Scale scale) {
        return scale.option("version").orElseThrow(() -> new IllegalArgumentException("--from needs --version too"));
    }

    private static List<String> options(Cluster cluster, Scale scale) {
        var options = new ArrayList<>(List.of("--context", cluster.context()));
        for (var name : List.of("overlay", "images")) {
            scale.option(name).ifPresent(value -> options.addAll(List.of("--" + name, value)));
        }
        return options;
    }

    private static void fromNothing(Cluster cluster, Report report, Scale scale, List<String> options)
            throws Exception {
        report.section("From nothing to an answer");
        var typed = new ArrayList<>(options);
        scale.option("from")
                .or(() -> scale.option("version"))
                .ifPresent(version -> typed.addAll(List.of("--version", version)));
        var begun = System.nanoTime();
        new Deploy().run(typed, Terminal.standard());
        report.figure("the weather after, s", (System.nanoTime() - begun) / 1e9);
        // the load would spend what providers give away
        cluster.ask("set", "env", "deployment/search-service", "UNIVERSAL_SANDBOX_QUOTAS=unlimited");
        report.figure("rolled for the load after, s", cluster.settled("search-service"));
    }

    private static void warmUp(Load load, Report report) throws Exception {
        var warm = Patience.secondsUntil(WARM, () -> {
            var traffic = load.run(LOOK);
            return traffic.share() == 1 && traffic.percentile(0.95) < QUICK_MILLIS;
        });
        report.figure("warm after, s", warm);
        report.check(
                "all is answered quickly before anything happens", warm >= 0, "not within " + WARM.toSeconds() + " s");
    }

    private static void rest(long begun, Scale scale) throws InterruptedException {
        var minutes = scale.option("minutes").map(Integer::parseInt).orElse(MINUTES);
        var left = Duration.ofMinutes(minutes).toNanos() - (System.nanoTime() - begun);
        Thread.sleep(Math.max(0, Duration.ofNanos(left).toMillis()));
    }

    /// The API server says of each pod that is there whether it would be let in.
    private static void restricted(Cluster cluster, Report report) throws Exception {
        var said = cluster.run(
                "",
                "label",
                "--dry-run=server",
                "--overwrite",
                "namespace",
                NAMESPACE,
                "pod-security.kubernetes.io/enforce=restricted",
                "pod-security.kubernetes.io/enforce-version=latest");
        report.check(
                "every pod passes restricted", said.code() == 0 && !said.error().contains("Warning"), said.error());
    }

    private static void tell(Traffic traffic, Report report) {
        report.section("All of it");
        report.figure("requests", traffic.size());
        report.figure("answered, %", "%.3f".formatted(100 * traffic.share()));
        report.figure("p50, p99, ms", "%.0f, %.0f".formatted(traffic.percentile(0.5), traffic.percentile(0.99)));
        report.check(
                "99.9 % of requests are answered",
                traffic.share() >= WANTED, traffic.failures().toString());
    }
}
