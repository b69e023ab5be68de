package dev.universalapi.testkit.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// One database of a [RealPostgres], with the roles that the launcher gives each service.
///
/// @param name what PostgreSQL calls it
/// @param url for JDBC, without user and password
/// @param superuser may do everything, for looking behind the scenes
/// @param owner owns the database and migrates it; row security binds it where forced
/// @param app serves requests; row security binds it
/// @param system sees all organisations; row security does not bind it
public record RealDatabase(String name, String url, Role superuser, Role owner, Role app, Role system) {

    /// A user of PostgreSQL.
    ///
    /// @param passwordFile holds the password and a line break
    public record Role(String user, String password, Path passwordFile) {}

    /// What a service is told: `universal.database.*`.
    public Map<String, String> settings() {
        return Map.of(
                "universal.database.url", url,
                "universal.database.migrator.user", owner.user(),
                "universal.database.migrator.password-file",
                        owner.passwordFile().toString(),
                "universal.database.app.user", app.user(),
                "universal.database.app.password-file", app.passwordFile().toString(),
                "universal.database.system.user", system.user(),
                "universal.database.system.password-file", system.passwordFile().toString());
    }

    /// A new connection as one of the roles; the caller closes it.
    public Connection connect(Role role) throws SQLException {
        return DriverManager.getConnection(url, role.user(), role.password());
    }

    /// Runs statements as one of the roles, in one transaction.
    public void execute(Role role, String sql) {
        try (var connection = connect(role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(role.user() + " was refused " + sql, e);
        }
    }

    /// Ends every connection to this database and lets nobody in, as if it were away; other databases go on.
    public void shut() {
        RealPostgres.administer("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name));
        RealPostgres.administer(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(name));
    }

    /// Ends what [#shut] began.
    public void open() {
        RealPostgres.administer("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(name));
    }
}
