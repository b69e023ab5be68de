package dev.universalapi.bench.reports;

import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Writes the sums of a day for one organisation and others beside it, as counting would have left them.
///
/// @param day from midnight to midnight UTC
/// @param series of the one; the others together have half as many
record Filling(Connection connection, LocalDate day, int series) implements AutoCloseable {
    static final String ORGANISATION = "bench";

    private static final int OTHERS = 5;
    private static final int SKETCHES = 64;
    private static final int EVENTS = 8;
    /// What a digest of a day has.
    private static final int CENTROIDS = 130;

    private static final int DAY_EVENTS = EVENTS * 24 * 60;

    private static final String SERIES = """
            insert into series (organisation, key, category, operation, provider, outcome, cached)
            select ?, 'key-' || n % 10, 'category-' || n / 10 % 5, 'operation-' || n / 10 % 10,
                'provider-' || n / 10 % 10 || '-' || n / 100 % 3,
                (array['ok', 'ok', 'ok', 'timeout', 'timeout', 'rate-limited', 'ok', 'empty'])[n / 100 % 8 + 1], n / 100 % 8 = 6
            from generate_series(0, ? - 1) n on conflict do nothing""";
    private static final String MINUTES = """
            insert into usage_minute (organisation, bucket, series, events, requests, attempts, units, cost,
                latency)
            select organisation, bucket, id, %1$d, %1$d, %1$d, 3 * %1$d, 0.004,
                (?::bytea[])[(id + extract(epoch from bucket)::bigint / 60) %% %2$d + 1]
            from generate_series(?::timestamptz, ?::timestamptz - interval '1 minute', '1 minute') bucket, series
            order by bucket, id""".formatted(EVENTS, SKETCHES);
    private static final String HOURS = """
            insert into usage_hour (organisation, bucket, series, events, requests, attempts, units, cost,
                latency)
            select organisation, date_trunc('hour', bucket, 'UTC'), series, sum(events), sum(requests), sum(attempts),
                sum(units), sum(cost), string_agg(latency, ''::bytea)
            from usage_minute where bucket >= ?::timestamptz and bucket < ?::timestamptz group by 1, 2, 3 order by 2, 3""";
    private static final String DAYS = """
            insert into usage_day (organisation, bucket, series, events, requests, attempts, units, cost,
                latency)
            select organisation, date_trunc('day', bucket, 'UTC'), series, sum(events), sum(requests), sum(attempts),
                sum(units), sum(cost), (?::bytea[])[series %% %d + 1]
            from usage_hour where bucket >= ?::timestamptz and bucket < ?::timestamptz
            group by 1, 2, 3 order by 2, 3""".formatted(SKETCHES);

    static Filling of(Suite suite, LocalDate day, int series) throws IOException, SQLException {
        var port = suite.instances("postgres").getFirst().port();
        var role = "analytics_system";
        var password = new Identity(suite.home().identity()).databasePassword(role);
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/analytics";
        return new Filling(
                DriverManager.getConnection(
                        url, role, Files.readString(password).strip()),
                day,
                series);
    }

    /// @return how many sums by minute the one organisation has
    long fill() throws SQLException {
        var from = day + "T00:00:00Z";
        var to = day.plusDays(1) + "T00:00:00Z";
        partition("usage_minute", day, day.plusDays(1));
        partition("usage_hour", day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1));
        partition("usage_day", day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1));
        var sketches = new Sketches();
        var few = array(() -> sketches.few(EVENTS));
        var many = array(() -> sketches.many(CENTROIDS, DAY_EVENTS / CENTROIDS));
        run(SERIES, ORGANISATION, series);
        for (var other = 0; other < OTHERS; other++) {
            run(SERIES, "other-" + other, series / 2 / OTHERS);
        }
        run(MINUTES, few, from, to);
        run(HOURS, from, to);
        run(DAYS, many, from, to);
        return count();
    }

    private Array array(Supplier<byte[]> sketch) throws SQLException {
        return connection.createArrayOf(
                "bytea", Stream.generate(sketch).limit(SKETCHES).toArray(byte[][]::new));
    }

    private void partition(String table, LocalDate first, LocalDate after) throws SQLException {
        try (var statement = connection.prepareStatement("select make_partition(?, ?::date, ?::date)")) {
            statement.setString(1, table);
            statement.setString(2, first.toString());
            statement.setString(3, after.toString());
            statement.execute();
        }
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private long count() throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from usage_minute where organisation = ?")) {
            statement.setString(1, ORGANISATION);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
