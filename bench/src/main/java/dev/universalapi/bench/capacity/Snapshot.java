package dev.universalapi.bench.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What kubelets say of nodes and containers at one moment: `/stats/summary`.
record Snapshot(List<Reading> nodes, List<Reading> containers) {
    private static final JsonMapper JSON = new JsonMapper();

    /// What one used.
    ///
    /// @param place which node, or pod and start of the container
    /// @param time when it was read, to the second
    /// @param nanos of a core, since it began
    /// @param bytes of memory in use that cannot be taken from it
    record Reading(String place, String name, Instant time, long nanos, long bytes) {}

    /// @param summary what one kubelet says
    /// @param namespace whose containers are wanted
    static Snapshot read(String summary, String namespace) {
        var said = JSON.readTree(summary);
        var node = said.path("node");
        var containers = new ArrayList<Reading>();
        for (var pod : said.path("pods")) {
            if (pod.at("/podRef/namespace").asString("").equals(namespace)) {
                for (var container : pod.path("containers")) {
                    var place = pod.at("/podRef/uid").asString("")
                            + container.path("startTime").asString("");
                    reading(place, container.path("name").asString(""), container)
                            .ifPresent(containers::add);
                }
            }
        }
        return new Snapshot(
                reading("", node.path("nodeName").asString(""), node).stream().toList(), containers);
    }

    /// None of what has just begun, of which nothing is known yet.
    private static Optional<Reading> reading(String place, String name, JsonNode one) {
        var cpu = one.path("cpu");
        var memory = one.path("memory");
        if (!cpu.has("usageCoreNanoSeconds") || !memory.has("workingSetBytes")) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                place,
                name,
                Instant.parse(cpu.path("time").asString()),
                cpu.path("usageCoreNanoSeconds").asLong(),
                memory.path("workingSetBytes").asLong()));
    }

    /// Both, as of one moment.
    Snapshot and(Snapshot other) {
        var both = new ArrayList<>(nodes);
        both.addAll(other.nodes);
        var all = new ArrayList<>(containers);
        all.addAll(other.containers);
        return new Snapshot(both, all);
    }
}
