package dev.universalapi.engine.attempt;

/// Tokens that are earned and spent. Never holds more than its brim.
final class Bucket {
    private static final double MILLIS_PER_SECOND = 1_000;
    // a hundred times 0.02 is a little less than two
    private static final double ROUNDING = 1e-9;

    private double tokens;
    private long filledAt;

    Bucket(double tokens, long now) {
        this.tokens = tokens;
        this.filledAt = now;
    }

    /// @param perSecond what time alone earns
    synchronized void earn(double amount, double perSecond, double brim, long now) {
        var passed = Math.max(0, now - filledAt) / MILLIS_PER_SECOND;
        filledAt = Math.max(filledAt, now);
        tokens = Math.min(brim, tokens + amount + passed * perSecond);
    }

    synchronized boolean take() {
        if (tokens + ROUNDING < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
