package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.analytics.intake.Rollups;
import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.analytics.usage.Tally;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/// Makes sums anew, an hour at a time: minutes and hours from raw usage, and a day from its hours. Nobody counts
/// during such a step, and everybody between two.
@AcrossTenants(because = "sums are rebuilt an hour at a time, for everybody")
final class Rebuild {
    private static final int FETCHED = 2_000;

    private final SystemDatabase database;
    private final JdbcTemplate system;
    private final Partitions partitions;
    private final Rollups rollups;

    Rebuild(SystemDatabase database, Partitions partitions) {
        this.database = database;
        this.system = new JdbcTemplate(database.source());
        this.system.setFetchSize(FETCHED);
        this.partitions = partitions;
        this.rollups = new Rollups(system);
    }

    /// Whether raw usage of a day is still kept; if not, rebuilding it would lose its sums.
    boolean keeps(LocalDate day) {
        return partitions.holds(day);
    }

    /// Compares the sums of an hour, and after the last of a day those of the day, and changes nothing.
    Step compare(Hour hour) {
        var found = Differences.of(system, hour, grains(hour.midnight()));
        return new Step(0, hour.isLastOfDay() ? found.and(ofDay(hour)) : found, Differences.none());
    }

    /// Rebuilds the sums of an hour, and after the last of a day those of the day.
    Step rebuild(Hour hour) {
        partitions.make(List.of(hour.day()));
        var step = alone(() -> hour(hour));
        return hour.isLastOfDay() ? step.and(alone(() -> day(hour))) : step;
    }

    private Step hour(Hour hour) {
        var grains = grains(hour.midnight()).stream()
                .filter(grain -> grain != Grain.DAY)
                .toList();
        var before = Differences.of(system, hour, grains);
        grains.forEach(grain -> clear(grain, hour.start(), hour.end()));
        var events = fromRaw(hour, grains);
        return new Step(events, before, Differences.of(system, hour, grains));
    }

    private Step day(Hour hour) {
        var before = ofDay(hour);
        clear(Grain.DAY, hour.midnight(), hour.end());
        fromHours(hour);
        return new Step(0, before, ofDay(hour));
    }

    private Differences ofDay(Hour hour) {
        return grains(hour.midnight()).contains(Grain.DAY)
                ? Differences.ofDay(system, hour.midnight())
                : Differences.none();
    }

    private Step alone(Supplier<Step> work) {
        return Objects.requireNonNull(database.transactions().execute(_ -> {
            system.query("select set_config('statement_timeout', '0', true)", _ -> {});
            system.query("select pg_advisory_xact_lock(?)", _ -> {}, Rollups.LOCK);
            return work.get();
        }));
    }

    private void clear(Grain grain, Instant from, Instant to) {
        system.update(
                "delete from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz".formatted(grain.table()),
                from.toString(),
                to.toString());
    }

    private List<Grain> grains(Instant midnight) {
        return Arrays.stream(Grain.values())
                .filter(grain -> partitions.holds(grain, midnight))
                .toList();
    }

    // raw usage comes in the order of sums, so only the sums that are open are in memory
    private long fromRaw(Hour hour, List<Grain> grains) {
        var writers =
                grains.stream().map(grain -> new SumWriter(grain, rollups)).toList();
        var events = new long[1];
        system.query(
                """
                select organisation, series, attempt, settles, units, cost, latency_millis, at
                from usage where day = ?::date and at >= ?::timestamptz and at < ?::timestamptz
                order by organisation, series, at
                """,
                row -> {
                    events[0]++;
                    for (var writer : writers) {
                        open(writer, row, "at")
                                .add(
                                        row.getInt("attempt"),
                                        row.getBoolean("settles"),
                                        row.getLong("units"),
                                        row.getBigDecimal("cost"),
                                        row.getLong("latency_millis"));
                    }
                },
                hour.day().toString(),
                hour.start().toString(),
                hour.end().toString());
        writers.forEach(SumWriter::close);
        return events[0];
    }

    private void fromHours(Hour hour) {
        var writer = new SumWriter(Grain.DAY, rollups);
        system.query(
                """
                select organisation, series, bucket, events, requests, attempts, units, cost, latency
                from usage_hour where bucket >= ?::timestamptz and bucket < ?::timestamptz
                order by organisation, series, bucket
                """,
                row -> {
                    open(writer, row, "bucket")
                            .add(
                                    row.getLong("events"),
                                    row.getLong("requests"),
                                    row.getLong("attempts"),
                                    row.getLong("units"),
                                    row.getBigDecimal("cost"),
                                    row.getBytes("latency"));
                },
                hour.midnight().toString(),
                hour.end().toString());
        writer.close();
    }

    private static Tally open(SumWriter writer, ResultSet row, String time) throws SQLException {
        return writer.at(row.getString("organisation"), row.getTimestamp(time).toInstant(), row.getLong("series"));
    }
}
