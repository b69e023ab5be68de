package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.analytics.usage.Grain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/// Sums that are not what they are made of.
///
/// @param count how many sums differ, of all grains
/// @param some the first of them
record Differences(long count, List<Difference> some) {
    private static final int MOST = 20;

    private static final String HOURS = """
            select organisation, date_trunc('day', bucket, 'UTC') as bucket, series, sum(events) as events,
                sum(requests) as requests, sum(attempts) as attempts, sum(units) as units, sum(cost) as cost
            from usage_hour where bucket >= ?::timestamptz and bucket < ?::timestamptz
            group by 1, 2, 3""";

    /// Of the minutes and the hour with raw usage of that time, as far as they are still kept.
    static Differences of(JdbcOperations system, Hour hour, List<Grain> grains) {
        var from = hour.start().toString();
        var to = hour.end().toString();
        return grains.stream()
                .filter(grain -> grain != Grain.DAY)
                .map(grain -> find(system, grain, raw(grain), from, from, to, from, to))
                .reduce(none(), Differences::and);
    }

    /// Of a day with its hours.
    static Differences ofDay(JdbcOperations system, Instant midnight) {
        var from = midnight.toString();
        var to = Grain.DAY.after(midnight, 1).toString();
        return find(system, Grain.DAY, HOURS, from, to, from, to);
    }

    static Differences none() {
        return new Differences(0, List.of());
    }

    private static Differences find(JdbcOperations system, Grain grain, String made, Object... parameters) {
        var found = system.query(sql(grain, made), mapper(grain), parameters);
        return new Differences(found.size(), found.stream().limit(MOST).toList());
    }

    private static String raw(Grain grain) {
        return """
                select organisation, date_trunc('%s', at, 'UTC') as bucket, series, count(*) as events,
                    count(*) filter (where settles) as requests, count(*) filter (where attempt > 0) as attempts,
                    sum(units) as units, sum(cost) as cost
                from usage where day = (?::timestamptz at time zone 'UTC')::date
                    and at >= ?::timestamptz and at < ?::timestamptz
                group by 1, 2, 3""".formatted(grain.label());
    }

    private static RowMapper<Difference> mapper(Grain grain) {
        return (row, _) -> new Difference(
                grain.label(),
                row.getString("organisation"),
                row.getTimestamp("bucket").toInstant(),
                row.getLong("series"),
                row.getLong("made_events"),
                row.getLong("summed_events"),
                row.getBigDecimal("made_cost"),
                row.getBigDecimal("summed_cost"));
    }

    private static String sql(Grain grain, String made) {
        return """
                select organisation, bucket, series,
                    coalesce(made.events, 0) as made_events, coalesce(summed.events, 0) as summed_events,
                    coalesce(made.cost, 0) as made_cost, coalesce(summed.cost, 0) as summed_cost
                from (%s) made
                full join (
                    select organisation, bucket, series, events, requests, attempts, units, cost
                    from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz) summed
                using (organisation, bucket, series)
                where (made.events, made.requests, made.attempts, made.units, made.cost)
                    is distinct from (summed.events, summed.requests, summed.attempts, summed.units, summed.cost)
                order by organisation, bucket, series
                """.formatted(made, grain.table());
    }

    Differences and(Differences other) {
        var all = new ArrayList<>(some);
        all.addAll(other.some());
        return new Differences(count + other.count(), all.stream().limit(MOST).toList());
    }
}
