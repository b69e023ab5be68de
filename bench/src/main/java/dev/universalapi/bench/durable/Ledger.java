package dev.universalapi.bench.durable;

import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// What analytics-service has stored, read in PostgreSQL past all services.
///
/// @param url for JDBC
record Ledger(String url, Properties login) {
    private static final String ROLE = "analytics_system";

    static Ledger of(Suite suite) throws IOException {
        var port = suite.instances("postgres").getFirst().port();
        var password = new Identity(suite.home().identity()).databasePassword(ROLE);
        var login = new Properties();
        login.setProperty("user", ROLE);
        login.setProperty("password", Files.readString(password).strip());
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "60");
        return new Ledger("jdbc:postgresql://127.0.0.1:" + port + "/analytics", login);
    }

    /// One use that was counted.
    record Counted(String source, String event, boolean settles) {
        /// The request that it was part of.
        String request() {
            return event.substring(0, Math.max(0, event.lastIndexOf('#')));
        }
    }

    private interface Read<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// All raw usage.
    List<Counted> raw() throws SQLException {
        return all(
                "select source, event, settles from usage",
                row -> new Counted(row.getString(1), row.getString(2), row.getBoolean(3)));
    }

    /// How much raw usage there is whose event begins so.
    long count(String prefix) throws SQLException {
        return number("select count(*) from usage where event like '" + prefix + "%'");
    }

    /// Events by the sums of days.
    long summed() throws SQLException {
        return number("select coalesce(sum(events), 0) from usage_day");
    }

    /// When the latest use happened that was counted; long ago where there is none.
    Instant latest() throws SQLException {
        return all(
                        "select coalesce(max(at), 'epoch') from usage where at <= now()",
                        row -> row.getTimestamp(1).toInstant())
                .getFirst();
    }

    /// How long ago it was told what is stored of one source now, in milliseconds, by event.
    Map<String, Double> ages(Connection connection, String source) throws SQLException {
        var ages = new HashMap<String, Double>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select event, 1000 * extract(epoch from clock_timestamp() - at) from usage
                        where day >= current_date - 1 and source = '%s'""".formatted(source))) {
            while (rows.next()) {
                ages.put(rows.getString(1), rows.getDouble(2));
            }
        }
        return ages;
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    private long number(String sql) throws SQLException {
        return all(sql, row -> row.getLong(1)).getFirst();
    }

    private <T> List<T> all(String sql, Read<T> read) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(read.of(rows));
            }
            return found;
        }
    }
}
