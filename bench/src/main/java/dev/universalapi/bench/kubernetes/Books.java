package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Traffic;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Compares what callers got with what was counted, once all is quiet.
record Books(Cluster cluster, Caller gateway, Report report) {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(5);

    void close(Traffic traffic) throws Exception {
        report.section("The books");
        var answered = traffic.answers().keySet();
        var counted = counted(answered.size());
        var events =
                counted.stream().map(one -> one.source() + " " + one.event()).toList();
        report.figure("events counted", events.size());
        report.check(
                "no event is counted twice",
                new HashSet<>(events).size() == events.size(),
                events.size() - new HashSet<>(events).size() + " are");
        var settled = counted.stream()
                .filter(Ledger.Counted::settles)
                .collect(Collectors.groupingBy(Ledger.Counted::request, Collectors.counting()));
        var missing = answered.stream()
                .filter(request -> !settled.containsKey(request))
                .toList();
        var again = answered.stream()
                .filter(request -> settled.getOrDefault(request, 0L) > 1)
                .count();
        var lost = gaps();
        report.figure("requests answered", answered.size());
        report.figure("of them settled by two processes, asked one after the other", again);
        report.figure("of them lost with a process that was killed", missing.size());
        report.figure("reported as gaps", lost);
        report.check(
                "what is counted is what was answered, but for what was in the hands of killed pods",
                missing.size() <= Math.max(lost, answered.size() / 1000),
                missing.size() + " are missing, reported are " + lost + ": "
                        + missing.stream().limit(10).toList());
    }

    /// All of it, when no more comes.
    private List<Ledger.Counted> counted(int wanted) throws Exception {
        try (var ledger = Ledger.open(cluster, "analytics_system")) {
            var seconds = Patience.secondsUntil(LONGEST, () -> {
                var before = ledger.usage().size();
                Thread.sleep(QUIET);
                return before >= wanted && ledger.usage().size() == before;
            });
            report.figure("quiet after, s", seconds);
            return ledger.usage();
        }
    }

    private long gaps() throws Exception {
        var told = gateway.get("/api/analytics/gaps").body().path("data");
        return told.valueStream().mapToLong(gap -> gap.path("missing").asLong()).sum();
    }
}
