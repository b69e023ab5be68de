package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Steady;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The suite on a cluster, under load that goes on.
///
/// @param gateway the address of its Service
/// @param key of the operator
record Play(Cluster cluster, URI gateway, String key, Steady load, Report report) {
    /// What is scaled, rolled and killed.
    static final List<String> SERVICES = List.of("gateway", "search-service", "analytics-service", "auth-service");
    /// What is rolled and killed, and of which there is one.
    static final List<String> SINGLE = List.of("discovery", "config-server");

    private static final Duration CALM = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final double QUICK_MILLIS = 200;

    /// Something that is done to the suite.
    @FunctionalInterface
    interface Blow {
        void strike() throws Exception;
    }

    /// Does it, and tells what became of the requests meanwhile.
    void under(String name, Blow blow) throws Exception {
        var from = load.now();
        blow.strike();
        var traffic = load.between(from, load.now());
        report.figure(
                name,
                "%.2f %% of %d answered, p99 %.0f ms, %.1f s"
                        .formatted(100 * traffic.share(), traffic.size(), traffic.percentile(0.99), load.now() - from));
        if (traffic.answered() < traffic.size()) {
            report.figure("  not answered", traffic.failures());
        }
    }

    /// Plays one; what goes wrong with it is told, and the next is played.
    void scene(String name, Blow scene) throws InterruptedException {
        try {
            scene.strike();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            report.check(name + " is played to its end", false, e.toString());
        }
    }

    /// Waits until a deployable is as it is wanted.
    void settled(String part) throws InterruptedException {
        if (cluster.settled(part) < 0) {
            report.check(part + " becomes ready", false, "not within 5 minutes");
        }
    }

    /// Waits until what was asked lately was answered, and quickly.
    void calm() throws InterruptedException {
        var seconds = Patience.secondsUntil(CALM, () -> {
            Thread.sleep(LOOK);
            var now = load.now();
            var traffic = load.between(now - 2 * LOOK.toSeconds(), now - LOOK.toSeconds());
            return traffic.size() > 0 && traffic.share() == 1 && traffic.percentile(0.95) < QUICK_MILLIS;
        });
        report.figure("calm after, s", seconds);
    }

    /// Waits until another pod is in the place of one.
    void replaced(String part, Cluster.Pod gone) throws InterruptedException {
        if (cluster.replaced(part, gone) < 0) {
            report.check("a pod of " + part + " is replaced", false, "not within 5 minutes");
        }
    }
}
