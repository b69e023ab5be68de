package dev.universalapi.bench.capacity;

import dev.universalapi.bench.capacity.Snapshot.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What containers and nodes used over some time.
///
/// @param parts by the names of their containers
/// @param nodes cores that all nodes used, whatever ran on them
/// @param own cores that this program used, which asks and may run there too
record Usage(List<Part> parts, double nodes, double own) {

    /// All containers of one name; figures are of one of them.
    ///
    /// @param count how many there were in the end
    /// @param cores on average
    /// @param mostCores between two readings, some seconds from each other
    /// @param bytes on average
    record Part(String name, int count, double cores, double mostCores, long bytes, long mostBytes) {
        double allCores() {
            return count * cores;
        }
    }

    /// @param snapshots in order
    /// @param begun readings from before it do not count for CPU, unless there are too few
    static Usage of(List<Snapshot> snapshots, Instant begun, double own) {
        var last = snapshots.getLast().containers().stream().map(Reading::place).collect(Collectors.toSet());
        var byName = snapshots.stream()
                .flatMap(snapshot -> snapshot.containers().stream())
                .filter(reading -> last.contains(reading.place()))
                .collect(Collectors.groupingBy(Reading::name, TreeMap::new, Collectors.toList()));
        var parts = new ArrayList<Part>();
        byName.forEach((name, readings) -> parts.add(part(name, readings, begun)));
        var nodes = snapshots.stream()
                .flatMap(snapshot -> snapshot.nodes().stream())
                .collect(Collectors.groupingBy(Reading::name));
        return new Usage(
                parts,
                nodes.values().stream()
                        .mapToDouble(readings -> cores(counted(readings, begun)))
                        .sum(),
                own);
    }

    private static Part part(String name, List<Reading> readings, Instant begun) {
        var each = readings.stream().collect(Collectors.groupingBy(Reading::place)).values().stream()
                .map(one -> counted(one, begun))
                .toList();
        var memory = readings.stream().mapToLong(Reading::bytes).summaryStatistics();
        return new Part(
                name,
                each.size(),
                each.stream().mapToDouble(Usage::cores).average().orElse(0),
                each.stream().mapToDouble(Usage::mostCores).max().orElse(0),
                (long) memory.getAverage(),
                memory.getMax());
    }

    /// Each reading once: a kubelet says the same until it looks again.
    private static List<Reading> counted(Collection<Reading> readings, Instant begun) {
        var byTime = new TreeMap<Instant, Reading>();
        readings.forEach(reading -> byTime.put(reading.time(), reading));
        var since = byTime.tailMap(begun);
        return List.copyOf((since.size() < 2 ? byTime : since).values());
    }

    private static double cores(List<Reading> readings) {
        return between(readings.getFirst(), readings.getLast());
    }

    private static double mostCores(List<Reading> readings) {
        var most = 0.0;
        for (var i = 1; i < readings.size(); i++) {
            most = Math.max(most, between(readings.get(i - 1), readings.get(i)));
        }
        return most;
    }

    private static double between(Reading before, Reading after) {
        var nanos = Duration.between(before.time(), after.time()).toNanos();
        return nanos == 0 ? 0 : (double) (after.nanos() - before.nanos()) / nanos;
    }

    Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
