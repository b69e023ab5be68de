package dev.universalapi.platform.tenant;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables: platform's own (`db/platform`), then the service's (`db/migration`), each with a history of its own, so
/// that neither numbers its files around the other.
final class Schema {
    private static final int RETRY_SECONDS = 1;

    private final List<History> histories;

    private Schema(List<History> histories) {
        this.histories = histories;
    }

    /// One row of versions.
    ///
    /// @param table where the database keeps it
    /// @param expected the newest version that this program was built with; empty if it brings none
    private record History(String table, Optional<MigrationVersion> expected) {}

    static Schema migrated(DatabaseProperties properties) {
        return new Schema(List.of(
                migrate(properties, "platform_history", "classpath:db/platform"),
                migrate(properties, "schema_history", "classpath:db/migration")));
    }

    private static History migrate(DatabaseProperties properties, String table, String location) {
        var migrator = properties.migrator();
        var flyway = Flyway.configure()
                .dataSource(properties.url(), migrator.user(), migrator.password())
                .table(table)
                .locations(location)
                .placeholders(Map.of(
                        "app", properties.app().user(),
                        "system", properties.system().user()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(retries(properties.patience()))
                .connectRetriesInterval(RETRY_SECONDS)
                .load();
        flyway.migrate();
        return new History(
                table,
                Arrays.stream(flyway.info().all())
                        .filter(migration -> !migration.getType().isBaseline())
                        .map(MigrationInfo::getVersion)
                        .flatMap(version -> Optional.ofNullable(version).stream())
                        .max(MigrationVersion::compareTo));
    }

    private static int retries(Duration patience) {
        return Math.toIntExact(patience.toSeconds() / RETRY_SECONDS);
    }

    /// What the database lacks, if anything. Newer than expected is no lack: replicas are replaced one by one, and a
    /// migration leaves the program before it able to work.
    Optional<String> lacking(JdbcClient jdbc) {
        return histories.stream()
                .flatMap(history -> history.expected().stream()
                        .filter(expected -> expected.compareTo(applied(jdbc, history.table())) > 0)
                        .map(expected -> "%s is at %s, expected is %s"
                                .formatted(history.table(), applied(jdbc, history.table()), expected)))
                .findFirst();
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
