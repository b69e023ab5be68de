package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.analytics.usage.Grain;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/// Compares the sums of a day with what its raw usage comes to.
///
/// @param count how many sums differ, of all grains
/// @param some the first of them
record Differences(long count, List<Difference> some) {
    private static final int MOST = 20;

    /// Of grains that are still kept for that day.
    static Differences of(JdbcOperations system, DayRange day, List<Grain> grains) {
        var count = 0L;
        var some = new ArrayList<Difference>();
        for (var grain : grains) {
            var found = system.query(sql(grain), mapper(grain), day.day(), day.from(), day.to());
            count += found.size();
            found.stream().limit(Math.max(0, MOST - some.size())).forEach(some::add);
        }
        return new Differences(count, List.copyOf(some));
    }

    private static RowMapper<Difference> mapper(Grain grain) {
        return (row, _) -> new Difference(
                grain.label(),
                row.getString("organisation"),
                row.getTimestamp("bucket").toInstant(),
                row.getLong("series"),
                row.getLong("raw_events"),
                row.getLong("summed_events"),
                row.getBigDecimal("raw_cost"),
                row.getBigDecimal("summed_cost"));
    }

    private static String sql(Grain grain) {
        return """
                select organisation, bucket, series,
                    coalesce(raw.events, 0) as raw_events, coalesce(summed.events, 0) as summed_events,
                    coalesce(raw.cost, 0) as raw_cost, coalesce(summed.cost, 0) as summed_cost
                from (
                    select organisation, date_trunc('%s', at, 'UTC') as bucket, series, count(*) as events,
                        count(*) filter (where settles) as requests, count(*) filter (where attempt > 0) as attempts,
                        sum(units) as units, sum(cost) as cost
                    from usage where day = ?::date group by 1, 2, 3) raw
                full join (
                    select organisation, bucket, series, events, requests, attempts, units, cost
                    from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz) summed
                using (organisation, bucket, series)
                where (raw.events, raw.requests, raw.attempts, raw.units, raw.cost)
                    is distinct from (summed.events, summed.requests, summed.attempts, summed.units, summed.cost)
                order by organisation, bucket, series
                """.formatted(grain.label(), grain.table());
    }

    Differences and(Differences other) {
        var all = new ArrayList<>(some);
        all.addAll(other.some());
        return new Differences(count + other.count(), all.stream().limit(MOST).toList());
    }

    static Differences none() {
        return new Differences(0, List.of());
    }
}
