package dev.universalapi.bench.gateway;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// One organisation calls ten times as often as it may. How much longer another waits for its answers than beside one
/// that keeps to its limit.
///
/// @param quiet a key of the one that is measured
/// @param noisy a key of the other, which may call [#MAY] times a second
record Neighbours(URI gateway, String quiet, String noisy, String path) {
    /// Calls a second.
    static final int MAY = 30;

    private static final int TIMES = 10;
    private static final int QUIET = 50;
    private static final double WANTED = 1.2;
    private static final double WORST = 0.99;

    void play(Report report, Scale scale) {
        report.section("An organisation that calls %d times as often as its %d calls a second".formatted(TIMES, MAY));
        var rounds = scale.of(9, 3);
        var seconds = Duration.ofSeconds(scale.of(8, 4));
        var kept = new double[rounds];
        var exceeded = new double[rounds];
        try (var one = caller(quiet);
                var other = caller(noisy)) {
            for (var round = -1; round < rounds; round++) { // the first warms up
                var at = Math.max(0, round);
                kept[at] = beside(one, other, MAY, seconds);
                exceeded[at] = beside(one, other, MAY * TIMES, seconds);
            }
        }
        var calm = median(kept);
        var loud = median(exceeded);
        report.figure("p99 of the other beside one that keeps to it, ms", Arrays.toString(kept));
        report.figure("p99 of the other beside one that does not, ms", Arrays.toString(exceeded));
        report.figure("medians, and their ratio", "%.1f, %.1f, %.2f".formatted(calm, loud, loud / calm));
        report.check("the other's p99 moves by less than a fifth", loud < calm * WANTED, loud + " instead of " + calm);
    }

    private Caller caller(String key) {
        return new Caller(gateway, Map.of("Authorization", "Bearer " + key));
    }

    /// Milliseconds that 99 in 100 answers of the quiet one take at most, while the other calls so often a second.
    private double beside(Caller one, Caller other, int perSecond, Duration duration) {
        var loud = new Load(other, perSecond, () -> new Load.Question(path));
        try (var steady = loud.steady()) {
            var waited = new Load(one, QUIET, () -> new Load.Question(path)).run(duration);
            steady.end();
            return waited.percentile(WORST);
        }
    }

    private static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
