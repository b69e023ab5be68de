package dev.universalapi.bench.capacity;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.cluster.Installation;
import dev.universalapi.bench.cluster.Questions;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;

/// The benchmark `cluster`. Like the proof `kubernetes` it makes the namespace of the suite and deletes it at the end,
/// and has to run where ClusterIPs can be reached; it goes to no cluster that was not named.
public final class CapacityBench implements Trial {

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public void run(Report report, Scale scale) throws Exception {
        var typed = scale.option("context");
        if (typed.isEmpty()) {
            report.figure("NOT RUN: no cluster is named", "./universal bench cluster --context C");
            return;
        }
        var cluster = Cluster.of(typed, Installation.NAMESPACE).orElseThrow();
        Installation.use(cluster, report, scale, scale.option("version"), suite -> measure(suite, report, scale));
    }

    private static void measure(Installation suite, Report report, Scale scale) throws Exception {
        var nodes = Nodes.of(suite.cluster());
        report.figure("nodes and their cores", nodes.cores());
        var ground = new Ground(suite, nodes, new Questions(), report, scale);
        ground.still();
        new Needs(ground).measure();
        new Replicas(ground).measure();
        new Rollouts(ground).measure();
    }
}
