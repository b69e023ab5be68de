package dev.universalapi.platform.tenant;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables: platform's own (`db/platform`), then the service's (`db/migration`), each with a history of its own, so
/// that neither numbers its files around the other.
final class Schema {
    private static final int RETRY_SECONDS = 1;
    /// By the table that keeps their history, in the order of migrating.
    private static final SortedMap<String, String> LOCATIONS = new TreeMap<>(
            Map.of("platform_history", "classpath:db/platform", "schema_history", "classpath:db/migration"));

    private final List<History> histories;

    private Schema(List<History> histories) {
        this.histories = histories;
    }

    /// One row of versions.
    ///
    /// @param table where the database keeps it
    /// @param expected the newest version that this program was built with; empty if it brings none
    private record History(String table, Optional<MigrationVersion> expected) {}

    /// The tables as this program needs them, made so now.
    static Schema migrated(DatabaseProperties properties) {
        var migrator = properties.migrator();
        return of(table -> {
            var flyway = flyway(properties, migrator, table);
            flyway.migrate();
            return flyway;
        });
    }

    /// The tables as this program needs them, whatever they are now.
    static Schema expected(DatabaseProperties properties) {
        var reader = properties.system().login();
        return of(table -> flyway(properties, reader, table));
    }

    private static Schema of(Function<String, Flyway> opened) {
        return new Schema(LOCATIONS.keySet().stream()
                .map(table -> new History(table, newest(opened.apply(table))))
                .toList());
    }

    private static Flyway flyway(DatabaseProperties properties, DatabaseProperties.Login login, String table) {
        return Flyway.configure()
                .dataSource(properties.url(), login.user(), login.password())
                .table(table)
                .locations(Objects.requireNonNull(LOCATIONS.get(table)))
                .placeholders(Map.of(
                        "app", properties.app().user(),
                        "system", properties.system().user()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(retries(properties.patience()))
                .connectRetriesInterval(RETRY_SECONDS)
                .load();
    }

    private static Optional<MigrationVersion> newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isResolved())
                .filter(migration -> !migration.getType().isBaseline())
                .map(MigrationInfo::getVersion)
                .flatMap(version -> Optional.ofNullable(version).stream())
                .max(MigrationVersion::compareTo);
    }

    private static int retries(Duration patience) {
        return Math.toIntExact(patience.toSeconds() / RETRY_SECONDS);
    }

    /// What the database lacks, if anything. Newer than expected is no lack: replicas are replaced one by one, and a
    /// migration leaves the program before it able to work.
    Optional<String> lacking(JdbcClient jdbc) {
        return histories.stream()
                .flatMap(history -> history.expected().stream()
                        .flatMap(expected -> lacking(jdbc, history.table(), expected).stream()))
                .findFirst();
    }

    private static Optional<String> lacking(JdbcClient jdbc, String table, MigrationVersion expected) {
        if (!exists(jdbc, table)) {
            return Optional.of("%s is not there, expected is %s".formatted(table, expected));
        }
        var applied = applied(jdbc, table);
        return expected.compareTo(applied) > 0
                ? Optional.of("%s is at %s, expected is %s".formatted(table, applied, expected))
                : Optional.empty();
    }

    private static boolean exists(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    private static MigrationVersion applied(JdbcClient jdbc, String table) {
        return jdbc
                .sql("SELECT version FROM " + table + " WHERE success AND version IS NOT NULL")
                .query(String.class)
                .list()
                .stream()
                .map(MigrationVersion::fromVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }
}
