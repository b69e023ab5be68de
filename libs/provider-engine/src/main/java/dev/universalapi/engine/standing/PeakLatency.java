package dev.universalapi.engine.standing;

/// Peak-EWMA of latencies: jumps to a peak, and decays to the mean with each later call. Not safe for many threads.
final class PeakLatency {
    private static final double TAU_MILLIS = 10_000;

    private double millis;
    private long at;

    void add(double sample, long now) {
        var weight = Math.exp(-Math.max(0, now - at) / TAU_MILLIS);
        millis = sample >= millis ? sample : millis * weight + sample * (1 - weight);
        at = Math.max(at, now);
    }

    double millis() {
        return millis;
    }
}
