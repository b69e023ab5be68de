package dev.universalapi.engine.standing;

import dev.universalapi.engine.outcome.Outcome;

/// What calls to one provider came to. Each method holds its lock for a moment only.
final class History {
    private final Decayed calls = new Decayed();
    private final Decayed failures = new Decayed();
    private final Decayed answers = new Decayed();
    private final Decayed flawed = new Decayed();
    private final PeakLatency latency = new PeakLatency();
    private final Percentiles percentiles = new Percentiles();

    /// @param errorRate failures among the calls and one that did not fail, so that one call says little
    /// @param quality answers without flaw among the answers and one without
    record Summary(double calls, double latencyMillis, Percentiles.Spread spread, double errorRate, double quality) {}

    synchronized void add(Outcome outcome, long millis, long now) {
        switch (outcome) {
            case OK, EMPTY -> {
                calls.add(1, now);
                answers.add(1, now);
                latency.add((double) millis, now);
                percentiles.add(millis, now);
            }
            case INVALID_INPUT, NOT_FOUND, BLOCKED -> calls.add(1, now);
            case UNAVAILABLE, TIMEOUT, UNREACHABLE -> {
                calls.add(1, now);
                failures.add(1, now);
            }
            case MALFORMED, DRIFTED -> {
                calls.add(1, now);
                answers.add(1, now);
                flawed.add(1, now);
            }
            case DEAD_KEY, RATE_LIMITED, QUOTA_SPENT, UNSUPPORTED, CANCELLED -> {
                // they tell of a credential, a query or a caller, and nothing of the provider
            }
        }
    }

    synchronized Summary at(long now) {
        var known = calls.at(now);
        return new Summary(
                known,
                latency.millis(),
                percentiles.at(now),
                failures.at(now) / (known + 1),
                1 - flawed.at(now) / (answers.at(now) + 1));
    }

    synchronized Percentiles.Spread spread(long now) {
        return percentiles.at(now);
    }
}
