package dev.universalapi.bench.capacity;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.cluster.Installation;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Steady;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How long a rollout of each part takes under load, and what callers notice.
record Rollouts(Ground ground) {
    private static final int RATE = 50;
    /// Who left goes on answering for some seconds, and may still fail somebody.
    private static final Duration AFTER = Duration.ofSeconds(15);

    void measure() throws Exception {
        ground.report().section("Rollouts at %d requests a second, half of them new questions".formatted(RATE));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("part", "pods", "rolled after, s", "requests", "answered", "p50, p99 ms"));
        try (var doors = ground.suite().doors()) {
            var load = new Load(doors, RATE, ground.questions());
            Installation.warmUp(load, ground.report());
            try (var steady = load.steady()) {
                for (var part : Stream.concat(Ground.SERVICES.stream(), Ground.SINGLE.stream())
                        .toList()) {
                    rows.add(roll(part, steady));
                }
            }
        }
        ground.report().table(rows);
    }

    private List<String> roll(String part, Steady steady) throws Exception {
        var from = steady.now();
        ground.cluster().ask("rollout", "restart", Cluster.reference(part));
        var seconds = ground.settle(part);
        Thread.sleep(AFTER);
        var traffic = steady.between(from, steady.now());
        ground.report()
                .check(
                        "nothing fails while %s is rolled".formatted(part),
                        traffic.size() > 0 && traffic.share() == 1,
                        traffic.failures().toString());
        return List.of(
                part,
                String.valueOf(ground.cluster().replicas(part)),
                "%.0f".formatted(seconds),
                String.valueOf(traffic.size()),
                "%.2f %%".formatted(100 * traffic.share()),
                "%.0f, %.0f".formatted(traffic.percentile(0.5), traffic.percentile(0.99)));
    }
}
