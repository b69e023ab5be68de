package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// How much usage is counted in a second: told at a constant rate by this process, straight into Kafka, while nobody
/// asks anything. The stores, the service and this process share the processors.
final class Ingest {
    private static final String NAME = "ingest";
    private static final String PROBE = "probe";
    private static final int TICKS = 100;
    private static final int PROBES = 5;
    private static final int BEHIND_SECONDS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Act act;
    private final Report report;
    private final int perSecond;
    private final int seconds;

    Ingest(Act act, int perSecond, int seconds) {
        this.act = act;
        this.report = act.report();
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    void play() throws Exception {
        report.section("Ingest, %,d events a second for %d s".formatted(perSecond, seconds));
        var wanted = (long) perSecond * seconds;
        var all = wanted + (long) PROBES * seconds;
        var before = act.ledger().summed(); // which is quick to ask, and written together with what is raw
        try (var writer = act.topic().writer();
                var watching = Executors.newSingleThreadExecutor()) {
            var delays = watching.submit(this::watch);
            var begun = System.nanoTime();
            pump(writer, begun);
            var acknowledged = writer.acknowledged();
            report.figure("all are acknowledged after, s", secondsSince(begun));
            report.figure("counted by then", act.ledger().summed() - before);
            var _ = Patience.secondsUntil(LONGEST, () -> act.ledger().summed() - before >= all);
            var took = secondsSince(begun);
            var seen = delays.get();
            report.figure("events counted a second, until the last", all / took);
            if (!act.scale().brief()) {
                report.check(
                        "counting keeps up with telling",
                        took <= seconds + BEHIND_SECONDS,
                        "%.1f s for what was told in %d".formatted(took, seconds));
            }
            report.figure("from told to counted, p50, ms", at(seen, 0.5));
            report.figure("from told to counted, p99, ms", at(seen, 0.99));
            report.check("all that came is acknowledged", acknowledged == all, acknowledged + " of " + all);
            var counted = act.ledger().count(NAME);
            report.check("count in = count stored", counted == wanted, counted + " of " + wanted);
        }
    }

    private void pump(KafkaTopic.Writer writer, long begun) {
        var number = 0L;
        var probes = 0;
        for (var tick = 0; tick < seconds * TICKS; tick++) {
            LockSupport.parkNanos(begun + tick * (Duration.ofSeconds(1).toNanos() / TICKS) - System.nanoTime());
            for (var i = 0; i < perSecond / TICKS; i++) {
                number++;
                writer.send(key(number), Written.usage(NAME, NAME, number, Instant.now(), 1));
            }
            if (tick % (TICKS / PROBES) == 0) {
                probes++;
                writer.send(key(probes), Written.usage(PROBE, PROBE, probes, Instant.now(), 1));
            }
        }
    }

    private static String key(long number) {
        return "org-" + number % 10;
    }

    /// How long each probe took until it was stored, in milliseconds; seen within a look.
    private List<Double> watch() throws Exception {
        var wanted = PROBES * seconds;
        var seen = new HashMap<String, Double>();
        var begun = System.nanoTime();
        try (var connection = act.ledger().open()) {
            while (seen.size() < wanted && System.nanoTime() - begun < LONGEST.toNanos()) {
                act.ledger().ages(connection, PROBE).forEach(seen::putIfAbsent);
                Thread.sleep(LOOK);
            }
        }
        return seen.values().stream().sorted().toList();
    }

    private static Object at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? "none" : sorted.get((int) Math.min(sorted.size() - 1.0, share * sorted.size()));
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
