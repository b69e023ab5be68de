package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.intake.Rows.Column;
import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Latencies;
import dev.universalapi.analytics.usage.Tally;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;

/// The sums of usage by minute, hour and day.
///
/// Sketches of latencies are united by writing one after the other, so nothing is read to add to a sum; a row that
/// grows too long this way is united on the spot.
public final class Rollups {
    /// Held together by all who add, alone by who rebuilds or removes series.
    public static final long LOCK = 0x75736167_65L;

    /// A row must fit into a page of 8 KB beside others, and one digest has at most 1.7 KB.
    private static final int LONG = 2_000;

    private static final List<Column<Row>> COLUMNS = placed(
            Row::place,
            List.of(
                    new Column<>("int8", row -> row.tally().events()),
                    new Column<>("int8", row -> row.tally().requests()),
                    new Column<>("int8", row -> row.tally().attempts()),
                    new Column<>("int8", row -> row.tally().units()),
                    new Column<>("numeric", row -> row.tally().cost()),
                    new Column<>("bytea", row -> row.tally().latencies().bytes())));
    private static final List<Column<Sketch>> SKETCHED =
            placed(Sketch::place, List.of(new Column<>("bytea", Sketch::latency)));

    private final JdbcOperations system;

    /// What the events of a series in a time come to.
    public record Row(Place place, Tally tally) {}

    /// Where a row is.
    public record Place(String organisation, Instant bucket, long series) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::organisation)
                .thenComparing(Place::bucket)
                .thenComparingLong(Place::series);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sketch(Place place, byte[] latency) {}

    /// @param system which sees all organisations
    public Rollups(JdbcOperations system) {
        this.system = system;
    }

    /// Adds to the sums of a grain.
    ///
    /// @param rows in the order of their places, so that no two who add wait for each other
    public void add(Grain grain, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var tooLong = system.query(
                adding(grain).of(rows),
                (row, _) -> new Sketch(
                        new Place(
                                row.getString("organisation"),
                                row.getTimestamp("bucket").toInstant(),
                                row.getLong("series")),
                        row.getBytes("latency")));
        if (!tooLong.isEmpty()) {
            system.update(
                    shortening(grain).of(tooLong.stream().map(Rollups::united).toList()));
        }
    }

    private static Rows<Row> adding(Grain grain) {
        return new Rows<>("""
                with added as (
                    insert into %s as r (organisation, bucket, series, events, requests, attempts, units, cost, latency)
                    select * from unnest(?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::bigint[], ?::numeric[], ?::bytea[])
                    on conflict (organisation, bucket, series) do update set
                        events = r.events + excluded.events,
                        requests = r.requests + excluded.requests,
                        attempts = r.attempts + excluded.attempts,
                        units = r.units + excluded.units,
                        cost = r.cost + excluded.cost,
                        latency = r.latency || excluded.latency
                    returning organisation, bucket, series, latency)
                select * from added where octet_length(latency) > %d
                """.formatted(grain.table(), LONG), COLUMNS);
    }

    private static Rows<Sketch> shortening(Grain grain) {
        return new Rows<>("""
                update %s r set latency = s.latency
                from unnest(?::text[], ?::timestamptz[], ?::bigint[], ?::bytea[])
                    as s(organisation, bucket, series, latency)
                where r.organisation = s.organisation and r.bucket = s.bucket and r.series = s.series
                """.formatted(grain.table()), SKETCHED);
    }

    private static Sketch united(Sketch sketch) {
        var latencies = new Latencies();
        latencies.add(sketch.latency());
        return new Sketch(sketch.place(), latencies.bytes());
    }

    private static <T> List<Column<T>> placed(Function<T, Place> place, List<Column<T>> more) {
        return Stream.concat(
                        Stream.of(
                                new Column<T>("text", row -> place.apply(row).organisation()),
                                new Column<T>(
                                        "timestamptz",
                                        row -> place.apply(row).bucket().toString()),
                                new Column<T>("int8", row -> place.apply(row).series())),
                        more.stream())
                .toList();
    }
}
