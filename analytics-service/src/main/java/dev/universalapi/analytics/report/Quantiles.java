package dev.universalapi.analytics.report;

import dev.universalapi.analytics.usage.Histogram;
import java.util.List;
import java.util.Map;

/// What is told of latencies: how many there are, and the median, 90th and 99th percentile in milliseconds.
final class Quantiles {
    private static final List<Integer> PERCENT = List.of(50, 90, 99);

    static final List<String> NAMES = List.of("count", "p50Millis", "p90Millis", "p99Millis");

    private final Histogram histogram = new Histogram();

    /// @param sketches one after the other
    void add(byte[] sketches) {
        histogram.add(sketches);
    }

    /// Tells what was added, and begins anew.
    void close(Map<String, Object> measured) {
        measured.put(NAMES.getFirst(), histogram.count());
        for (int i = 0; i < PERCENT.size(); i++) {
            measured.put(NAMES.get(i + 1), histogram.quantile(PERCENT.get(i) / 100.0));
        }
        histogram.clear();
    }
}
