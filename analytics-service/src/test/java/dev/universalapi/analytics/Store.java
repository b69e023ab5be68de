package dev.universalapi.analytics;

import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.DatabaseProperties;
import dev.universalapi.platform.tenant.DatabaseProperties.Login;
import dev.universalapi.platform.tenant.DatabaseProperties.Pool;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealDatabase.Role;
import dev.universalapi.testkit.store.RealPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/// A database with this service's tables, a test class's own.
public final class Store {
    private final RealDatabase real = RealPostgres.database();
    private final Database database = Database.open(properties(real), "analytics-service", new SimpleMeterRegistry());

    public Database database() {
        return database;
    }

    public RealDatabase real() {
        return real;
    }

    private static DatabaseProperties properties(RealDatabase real) {
        return new DatabaseProperties(
                real.url(),
                pool(real.app()),
                pool(real.system()),
                new Login(real.owner().user(), real.owner().passwordFile()),
                DatabaseProperties.Migrate.AT_START,
                Duration.ofSeconds(10));
    }

    private static Pool pool(Role role) {
        return new Pool(role.user(), role.passwordFile(), 5, Duration.ofSeconds(2), Duration.ofSeconds(60));
    }
}
