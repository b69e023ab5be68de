package dev.universalapi.bench.cluster;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.cluster.Deploy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The suite, brought to a cluster in a namespace that was not there before and is not there afterwards.
///
/// @param options of every deploy to it
/// @param gateway the address of its Service, which has to be reached from here
/// @param key of the operator
public record Installation(Cluster cluster, List<String> options, URI gateway, String key) {
    public static final String NAMESPACE = "universal-api";
    private static final int PORT = 8080;
    private static final double QUICK_MILLIS = 500;
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration WARM = Duration.ofMinutes(2);

    /// What is done with it.
    @FunctionalInterface
    public interface Use {
        void of(Installation suite) throws Exception;
    }

    /// Deploys, and deletes all of it at the end; where the namespace is there already it does nothing.
    ///
    /// @param version the one that serves first; that of the checkout unless given
    public static void use(Cluster cluster, Report report, Scale scale, Optional<String> version, Use use)
            throws Exception {
        cluster.awaitDeletion(); // what an earlier one left
        if (cluster.exists()) {
            report.check("the namespace " + NAMESPACE + " is made for this", false, "it is there: delete it first");
            return;
        }
        try {
            use.of(fromNothing(cluster, report, options(cluster, scale), version));
        } finally {
            cluster.run("", "delete", "namespace", NAMESPACE, "--ignore-not-found");
        }
    }

    private static List<String> options(Cluster cluster, Scale scale) {
        var options = new ArrayList<>(List.of("--context", cluster.context()));
        for (var name : List.of("overlay", "images")) {
            scale.option(name).ifPresent(value -> options.addAll(List.of("--" + name, value)));
        }
        return List.copyOf(options);
    }

    private static Installation fromNothing(
            Cluster cluster, Report report, List<String> options, Optional<String> version) throws Exception {
        report.section("From nothing to an answer");
        var typed = new ArrayList<>(options);
        version.ifPresent(wanted -> typed.addAll(List.of("--version", wanted)));
        var begun = System.nanoTime();
        new Deploy().run(typed, Terminal.standard());
        report.figure("the weather after, s", (System.nanoTime() - begun) / 1e9);
        // who was busy starting was given company: from now on how many there are is said here
        cluster.autoscale(false);
        cluster.scale("search-service", 1);
        // the load would spend what providers give away
        cluster.ask("set", "env", "deployment/search-service", "UNIVERSAL_SANDBOX_QUOTAS=unlimited");
        report.figure("rolled for the load after, s", cluster.settled("search-service"));
        var address = cluster.ask("get", "service", "gateway", "-o", "jsonpath={.spec.clusterIP}")
                .strip();
        return new Installation(
                cluster,
                options,
                URI.create("http://" + address + ":" + PORT),
                cluster.secret("universal-identity", "bootstrap-key"));
    }

    /// Asks until it answers quickly.
    public static void warmUp(Load load, Report report) throws InterruptedException {
        var warm = Patience.secondsUntil(WARM, () -> load.isQuick(LOOK, QUICK_MILLIS));
        report.figure("warm after, s", warm);
        report.check(
                "all is answered quickly before anything happens", warm >= 0, "not within " + WARM.toSeconds() + " s");
    }

    /// Somebody who asks with the operator's key.
    public Caller caller() {
        return new Caller(gateway, Map.of("Authorization", "Bearer " + key));
    }

    /// Many who do.
    public Doors doors() {
        return new Doors(gateway, key);
    }
}
