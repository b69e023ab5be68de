package dev.universalapi.testkit.store;

import dev.universalapi.testkit.store.RealDatabase.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// A PostgreSQL that runs until the JVM ends.
///
/// @param url for JDBC, with `%s` for the database
record Server(String url, Role superuser) {

    static Server start() {
        return Images.areWanted() ? ofImage() : ofArtifact();
    }

    private static Server ofArtifact() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    // tests that provoke errors would fill the log of the build with them
                    .setServerConfig("log_min_messages", "fatal")
                    .start();
            return new Server("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/%s", Roles.role("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    @SuppressWarnings("resource") // Testcontainers ends it with the JVM
    private static Server ofImage() {
        var superuser = Roles.role("postgres");
        var postgres = new PostgreSQLContainer(Images.POSTGRES)
                .withUsername(superuser.user())
                .withPassword(superuser.password());
        postgres.start();
        var port = postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new Server("jdbc:postgresql://" + postgres.getHost() + ":" + port + "/%s", superuser);
    }

    void execute(String sql) {
        try (var connection =
                        DriverManager.getConnection(url.formatted("postgres"), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused " + sql, e);
        }
    }
}
