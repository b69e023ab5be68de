package dev.universalapi.bench.capacity;

import dev.universalapi.bench.cluster.Cluster;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The nodes of a cluster.
///
/// @param cores of each, by name
record Nodes(Cluster cluster, Map<String, Double> cores) {
    private static final String CAPACITY =
            "jsonpath={range .items[*]}{.metadata.name} {.status.capacity.cpu}{\"\\n\"}{end}";

    static Nodes of(Cluster cluster) throws IOException, InterruptedException {
        var cores = new TreeMap<String, Double>();
        for (var line : cluster.ask("get", "nodes", "-o", CAPACITY).lines().toList()) {
            var fields = line.strip().split(" ", -1);
            cores.put(fields[0], Allowance.cores(fields[1]));
        }
        return new Nodes(cluster, cores);
    }

    double allCores() {
        return cores.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// What all their kubelets say now.
    Snapshot look() throws IOException, InterruptedException {
        var all = new Snapshot(List.of(), List.of());
        for (var node : cores.keySet()) {
            var said = cluster.ask("get", "--raw", "/api/v1/nodes/" + node + "/proxy/stats/summary");
            all = all.and(Snapshot.read(said, cluster.namespace()));
        }
        return all;
    }
}
