package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The databases of the suite, read past all services, as one of their roles.
record Ledger(Forward forward, Connection connection) implements AutoCloseable {
    private static final int PORT = 5432;
    private static final String IDENTITY = "universal-identity";

    /// One use that was counted.
    record Counted(String source, String event, boolean settles) {
        /// The request that it was part of.
        String request() {
            return event.substring(0, Math.max(0, event.lastIndexOf('#')));
        }
    }

    /// @param role such as `analytics_system`, whose database is named before the underscore
    static Ledger open(Cluster cluster, String role) throws IOException, InterruptedException, SQLException {
        var forward = Forward.open(cluster, "postgres", PORT);
        try {
            var database = role.substring(0, role.indexOf('_'));
            var url = "jdbc:postgresql://127.0.0.1:" + forward.port() + "/" + database;
            return new Ledger(forward, DriverManager.getConnection(url, role, cluster.secret(IDENTITY, role)));
        } catch (SQLException | IOException | InterruptedException e) {
            forward.close();
            throw e;
        }
    }

    /// All raw usage.
    List<Counted> usage() throws SQLException {
        var found = new ArrayList<Counted>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select source, event, settles from usage")) {
            while (rows.next()) {
                found.add(new Counted(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
        return found;
    }

    /// Changes something; how many rows it was.
    int change(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (forward) {
            connection.close();
        }
    }
}
