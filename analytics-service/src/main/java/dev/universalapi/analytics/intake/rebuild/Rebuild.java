package dev.universalapi.analytics.intake.rebuild;

import dev.universalapi.analytics.intake.Rollups;
import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/// Makes the sums of days anew from raw usage.
@AcrossTenants(because = "sums are rebuilt a day at a time, for everybody")
final class Rebuild {
    private static final int FETCHED = 2_000;

    private final SystemDatabase database;
    private final JdbcTemplate system;
    private final Partitions partitions;
    private final Rollups rollups;

    /// What came of it.
    ///
    /// @param events of raw usage that were read
    /// @param before sums that were wrong before
    /// @param after sums that are wrong still: none, or this program is wrong
    record Report(long events, Differences before, Differences after) {
        private Report and(Report other) {
            return new Report(events + other.events, before.and(other.before), after.and(other.after));
        }
    }

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

    /// Rebuilds the days from one to another, both included; each in a transaction, while nobody counts.
    Report days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(this::day).reduce(none(), Report::and);
    }

    /// Compares the days from one to another, both included, and changes nothing.
    Differences compare(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(day -> Differences.of(system, new DayRange(day), grains(day)))
                .reduce(Differences.none(), Differences::and);
    }

    private static Report none() {
        return new Report(0, Differences.none(), Differences.none());
    }

    private Report day(LocalDate day) {
        partitions.make(List.of(day));
        return Objects.requireNonNull(database.transactions().execute(_ -> {
            system.query("select set_config('statement_timeout', '0', true)", _ -> {});
            system.query("select pg_advisory_xact_lock(?)", _ -> {}, Rollups.LOCK);
            var range = new DayRange(day);
            var grains = grains(day);
            var before = Differences.of(system, range, grains);
            for (var grain : grains) {
                system.update(
                        "delete from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz"
                                .formatted(grain.table()),
                        range.from(),
                        range.to());
            }
            var events = add(range, grains);
            return new Report(events, before, Differences.of(system, range, grains));
        }));
    }

    private List<Grain> grains(LocalDate day) {
        var midnight = day.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC);
        return Arrays.stream(Grain.values())
                .filter(grain -> partitions.holds(grain, midnight))
                .toList();
    }

    // raw usage comes in the order of sums, so only the sums that are open are in memory
    private long add(DayRange day, List<Grain> grains) {
        var writers =
                grains.stream().map(grain -> new SumWriter(grain, rollups)).toList();
        var events = new long[1];
        system.query(
                """
                select organisation, series, attempt, settles, units, cost, latency_millis, at
                from usage where day = ?::date order by organisation, series, at
                """,
                row -> {
                    events[0]++;
                    var at = row.getTimestamp("at").toInstant();
                    for (var writer : writers) {
                        writer.at(row.getString("organisation"), at, row.getLong("series"))
                                .add(
                                        row.getInt("attempt"),
                                        row.getBoolean("settles"),
                                        row.getLong("units"),
                                        row.getBigDecimal("cost"),
                                        row.getLong("latency_millis"));
                    }
                },
                day.day().toString());
        writers.forEach(SumWriter::close);
        return events[0];
    }
}
