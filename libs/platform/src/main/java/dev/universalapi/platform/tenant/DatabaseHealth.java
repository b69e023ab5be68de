package dev.universalapi.platform.tenant;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether both pools reach the database, and whether its tables are of the version that this program works with. Down
/// when not, and says which.
final class DatabaseHealth implements HealthIndicator {
    private final HikariDataSource app;
    private final HikariDataSource system;
    private final Supplier<Optional<String>> lacking;

    /// @param lacking what the tables lack, if anything
    DatabaseHealth(HikariDataSource app, HikariDataSource system, Supplier<Optional<String>> lacking) {
        this.app = app;
        this.system = system;
        this.lacking = lacking;
    }

    @Override
    public Health health() {
        var health = Health.up();
        say(health, "app", away(app));
        var systemAway = away(system);
        say(health, "system", systemAway);
        say(health, "schema", systemAway.isPresent() ? systemAway : lacking.get());
        return health.build();
    }

    private static void say(Health.Builder health, String what, Optional<String> wrong) {
        health.withDetail(what, wrong.orElse("up"));
        wrong.ifPresent(_ -> health.down());
    }

    private static Optional<String> away(HikariDataSource pool) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return Optional.empty();
        } catch (SQLException away) {
            return Optional.of("away: " + away.getMessage());
        }
    }
}
