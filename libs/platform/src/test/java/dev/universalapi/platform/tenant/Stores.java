package dev.universalapi.platform.tenant;

import dev.universalapi.testkit.store.RealDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/// Opens real databases as a service does.
final class Stores {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Stores() {}

    /// Pools of one connection, so that every transaction follows another on the same.
    static Database open(RealDatabase database) {
        return open(database, new SimpleMeterRegistry());
    }

    static Database open(RealDatabase database, MeterRegistry registry) {
        return Database.open(properties(database, database.app(), database.system()), "notes", registry);
    }

    static Database open(RealDatabase database, DatabaseProperties.Migrate migrate) {
        var all = properties(database, database.app(), database.system());
        var migrator = new DatabaseProperties.Login(database.owner().user(), null);
        return Database.open(
                new DatabaseProperties(all.url(), all.app(), all.system(), migrator, migrate, all.patience()),
                "notes",
                new SimpleMeterRegistry());
    }

    static DatabaseProperties properties(RealDatabase database, RealDatabase.Role app, RealDatabase.Role system) {
        return new DatabaseProperties(
                database.url(),
                pool(app),
                pool(system),
                new DatabaseProperties.Login(
                        database.owner().user(), database.owner().passwordFile()),
                DatabaseProperties.Migrate.AT_START,
                SECOND);
    }

    private static DatabaseProperties.Pool pool(RealDatabase.Role role) {
        return new DatabaseProperties.Pool(role.user(), role.passwordFile(), 1, SECOND, Duration.ofSeconds(30));
    }
}
