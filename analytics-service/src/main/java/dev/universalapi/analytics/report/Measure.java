package dev.universalapi.analytics.report;

import java.util.List;

/// What is told of each group, and how it is summed.
///
/// @param name as in answers
/// @param sql over rows of sums, with `cached` and `fine` of each beside it
record Measure(String name, String sql) {
    /// Whether an outcome gave the caller what was asked for, or said that there is nothing.
    static final String FINE = "outcome in ('ok', 'empty', 'not-found')";

    private static final Measure REQUESTS = sum("requests", "requests");
    private static final Measure ATTEMPTS = sum("attempts", "attempts");
    private static final Measure CACHED =
            new Measure("cached", "coalesce(sum(requests) filter (where cached), 0)::bigint");
    private static final Measure FAILED =
            new Measure("failed", "coalesce(sum(requests) filter (where not fine), 0)::bigint");
    private static final Measure FAILED_ATTEMPTS =
            new Measure("failedAttempts", "coalesce(sum(attempts) filter (where not fine), 0)::bigint");
    private static final Measure SHARE = new Measure(
            "share",
            "trim_scale(coalesce(round(sum(attempts) filter (where not fine) / nullif(sum(attempts), 0), 6), 0))");
    private static final Measure UNITS = sum("units", "units");
    private static final Measure COST = new Measure("costUsd", "trim_scale(sum(cost))");

    static final List<Measure> USAGE = List.of(REQUESTS, ATTEMPTS, CACHED, FAILED, FAILED_ATTEMPTS, UNITS, COST);
    static final List<Measure> ERRORS = List.of(ATTEMPTS, FAILED_ATTEMPTS, SHARE, REQUESTS, FAILED);
    static final List<Measure> COSTS = List.of(UNITS, COST, REQUESTS, ATTEMPTS);
    static final List<Measure> PROVIDERS = List.of(REQUESTS, ATTEMPTS, CACHED, FAILED_ATTEMPTS, SHARE, UNITS, COST);

    private static Measure sum(String name, String column) {
        return new Measure(name, "sum(%s)::bigint".formatted(column));
    }
}
