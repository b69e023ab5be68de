package dev.universalapi.analytics.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// What is told of each group, and how it is summed.
///
/// @param name as in answers
/// @param sql over rows of sums, with `cached` and `fine` of each beside it
record Measure(String name, String sql) {
    private static final int DIGITS = 6;

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
    /// Of all attempts those that failed, 0 to 1; known when those are.
    private static final Measure SHARE = new Measure("share", "0::numeric");
    private static final Measure UNITS = sum("units", "units");
    private static final Measure COST = new Measure("costUsd", "sum(cost)");

    static final List<Measure> USAGE = List.of(REQUESTS, ATTEMPTS, CACHED, FAILED, FAILED_ATTEMPTS, UNITS, COST);
    static final List<Measure> ERRORS = List.of(ATTEMPTS, FAILED_ATTEMPTS, SHARE, REQUESTS, FAILED);
    static final List<Measure> COSTS = List.of(UNITS, COST, REQUESTS, ATTEMPTS);
    static final List<Measure> PROVIDERS = List.of(REQUESTS, ATTEMPTS, CACHED, FAILED_ATTEMPTS, SHARE, UNITS, COST);

    /// Adds a part of a group to another.
    static Object sum(Object one, Object other) {
        return one instanceof BigDecimal number
                ? number.add((BigDecimal) other)
                : Math.addExact((Long) one, (Long) other);
    }

    /// Sets what follows from the sums of a whole group.
    static void close(Map<String, Object> sums) {
        var failed = (Long) sums.getOrDefault(FAILED_ATTEMPTS.name(), 0L);
        var all = (Long) sums.getOrDefault(ATTEMPTS.name(), 0L);
        sums.computeIfPresent(SHARE.name(), (_, _) -> share(failed, all));
        sums.computeIfPresent(COST.name(), (_, cost) -> trimmed((BigDecimal) cost));
    }

    private static BigDecimal share(long failed, long all) {
        return all == 0
                ? BigDecimal.ZERO
                : trimmed(BigDecimal.valueOf(failed).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP));
    }

    // 0.1 rather than 0.10, and 10 rather than 1E+1
    private static BigDecimal trimmed(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static Measure sum(String name, String column) {
        return new Measure(name, "sum(%s)::bigint".formatted(column));
    }
}
