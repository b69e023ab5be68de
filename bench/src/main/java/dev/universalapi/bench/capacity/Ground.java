package dev.universalapi.bench.capacity;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.cluster.Installation;
import dev.universalapi.bench.cluster.Questions;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Crowd;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What every measurement stands on.
///
/// @param questions one for all of them, so that what is new was asked by nobody before
record Ground(Installation suite, Nodes nodes, Questions questions, Report report, Scale scale) {
    /// Parts with an autoscaler.
    static final List<String> SERVICES = List.of("gateway", "search-service", "analytics-service", "auth-service");
    /// Parts without.
    static final List<String> SINGLE = List.of("discovery", "config-server");

    static final int CROWD = 64;

    private static final int BRIEF = 6;
    private static final int LONGEST = 9;
    /// By less it becomes faster by chance.
    private static final double GAIN = 1.05;

    Cluster cluster() {
        return suite.cluster();
    }

    /// So long; a part of it when brief.
    Duration seconds(int full) {
        return Duration.ofSeconds(scale.of(full, Math.max(BRIEF, full / BRIEF)));
    }

    /// As few of each as its autoscaler would ever leave, and it leaves them alone.
    void still() throws Exception {
        for (var part : SERVICES) {
            hold(part, least(part));
        }
    }

    int least(String part) throws IOException, InterruptedException {
        return Integer.parseInt(cluster()
                .ask("get", "horizontalpodautoscaler", part, "-o", "jsonpath={.spec.minReplicas}")
                .strip());
    }

    /// Has so many of it, whatever they have to do, until it is told otherwise.
    void hold(String part, int replicas) throws Exception {
        var bounds = "{\"spec\":{\"minReplicas\":%d,\"maxReplicas\":%d}}".formatted(replicas, replicas);
        cluster().ask("patch", "horizontalpodautoscaler", part, "--type=merge", "--patch", bounds);
        cluster().scale(part, replicas);
        settle(part);
    }

    /// Seconds until it is as it is wanted.
    double settle(String part) throws InterruptedException {
        var seconds = cluster().settled(part);
        if (seconds < 0) {
            report.check(part + " becomes ready", false, "not within 5 minutes");
        }
        return seconds;
    }

    /// Asks until answers come no faster any more, since what is new is compiled while it runs; how many rounds it
    /// took.
    int warmUp(Crowd crowd) {
        var round = seconds(10);
        var best = 0.0;
        for (var rounds = 1; rounds < LONGEST; rounds++) {
            var now = crowd.run(round).perSecond(round);
            if (now <= best * GAIN) {
                return rounds;
            }
            best = now;
        }
        return LONGEST;
    }

    /// What bound those who were answered meanwhile.
    void tellBound(Usage usage) throws IOException, InterruptedException {
        var bound = new Bound(usage, nodes.allCores(), allowed());
        report.figure("bound by", bound);
        report.figure("cores used", bound.busiest());
    }

    /// Who answered, and how many calls at once whoever answered most may be asked, as the replica says that is asked.
    void tellPermits(Traffic traffic, Caller caller) throws IOException, InterruptedException {
        var answered = traffic.providers();
        report.figure("answered by, kept answers too", answered);
        if (!answered.isEmpty()) {
            var most = Collections.max(answered.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            report.figure(
                    "calls at once to %s, at most".formatted(most),
                    caller.get("/api/catalogue/providers/" + most).at("/permits/limit"));
        }
    }

    Map<String, Allowance> allowed() throws IOException, InterruptedException {
        return Allowance.read(cluster().ask("get", "pods", "-o", "json"));
    }
}
