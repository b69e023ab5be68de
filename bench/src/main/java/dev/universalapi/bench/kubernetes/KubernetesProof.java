package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.cluster.Installation;
import dev.universalapi.bench.cluster.Questions;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Traffic;
import dev.universalapi.bench.trial.Trial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// The proof `kubernetes`. It makes the namespace of the suite in the cluster that `kubectl` reaches, and deletes it at
/// the end; where there is one already it does nothing. It has to run where ClusterIPs can be reached: load that went
/// through a forwarded port would end with the pod behind it.
public final class KubernetesProof implements Trial {
    private static final double WANTED = 0.999;
    private static final int RATE = 50;
    private static final int MINUTES = 15;

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
        var cluster = Cluster.of(scale.option("context"), Installation.NAMESPACE);
        if (cluster.isEmpty()) {
            report.figure("NOT RUN: kubectl reaches no cluster", "--context C names one");
            return;
        }
        var first = scale.option("from").or(() -> scale.option("version"));
        Installation.use(cluster.get(), report, scale, first, suite -> prove(suite, report, scale));
    }

    private static void prove(Installation suite, Report report, Scale scale) throws Exception {
        var cluster = suite.cluster();
        try (var doors = suite.doors();
                var caller = suite.caller()) {
            var load = new Load(doors, RATE, new Questions());
            Installation.warmUp(load, report);
            var begun = System.nanoTime();
            try (var steady = load.steady();
                    var memory = new Memory(cluster)) {
                var play = new Play(cluster, suite.gateway(), suite.key(), steady, report);
                play(play, suite.options(), scale);
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
        var burst = scale.option("burst").map(Integer::parseInt).orElse(RATE / 2);
        var disturbing = new Disturbing(play);
        var scenes = new LinkedHashMap<String, Play.Blow>();
        // first, so that all else is done to the version that is proven
        scenes.put("upgrading", () -> upgrade(play, options, scale));
        scenes.put("scaling", disturbing::scale);
        scenes.put("rolling", disturbing::roll);
        scenes.put("killing", disturbing::kill);
        scenes.put("evicting", disturbing::evict);
        scenes.put("limits", new ThreeGateways(play)::limit);
        scenes.put("autoscaling", new Autoscaling(play, burst)::upAndDown);
        var wanted = scale.option("scenes").map(names -> List.of(names.split(",")));
        if (!scenes.keySet().containsAll(wanted.orElse(List.of()))) {
            throw new IllegalArgumentException("--scenes takes some of " + String.join(",", scenes.keySet()));
        }
        for (var scene : scenes.entrySet()) {
            if (wanted.isEmpty() || wanted.get().contains(scene.getKey())) {
                play.scene(scene.getKey(), scene.getValue());
            } else {
                play.report().figure("NOT RUN: " + scene.getKey(), "--scenes leaves it out");
            }
        }
    }

    private static void upgrade(Play play, List<String> options, Scale scale) throws Exception {
        var from = scale.option("from");
        if (from.isEmpty()) {
            play.report()
                    .figure("NOT RUN: the upgrade", "--from VERSION --version VERSION name two that can be pulled");
            return;
        }
        new Upgrading(play, options, from.get(), wanted(scale)).thereAndBack();
    }

    private static String wanted(Scale scale) {
        return scale.option("version").orElseThrow(() -> new IllegalArgumentException("--from needs --version too"));
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
                cluster.namespace(),
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
