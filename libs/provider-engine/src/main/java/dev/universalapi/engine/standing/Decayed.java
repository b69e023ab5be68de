package dev.universalapi.engine.standing;

/// A sum that forgets: what was added loses half of its weight every half minute. Not safe for many threads.
final class Decayed {
    private static final double HALF_LIFE_MILLIS = 30_000;

    private double sum;
    private long at;

    void add(double amount, long now) {
        sum = at(now) + amount;
        at = Math.max(at, now);
    }

    double at(long now) {
        return sum * Math.pow(0.5, Math.max(0, now - at) / HALF_LIFE_MILLIS);
    }
}
