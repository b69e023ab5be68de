package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.TokenVerifier;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

@RealStores
class MigrationTests {
    private static final int RUNS_ON = -1;

    private final RealDatabase real = RealPostgres.database();
    private final List<Database> opened = new ArrayList<>();

    /// A service that listens, and would run until it is killed.
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Listening {
        static void main(String[] arguments) {
            SpringApplication.run(Listening.class, arguments);
        }

        @Bean
        TokenVerifier verifier() throws JOSEException {
            var key = new ECKeyGenerator(Curve.P_256).keyID("gateway").generate();
            return TokenVerifier.of(new JWKSet(key).toString(true), InstantSource.system());
        }
    }

    @AfterEach
    void closes() {
        opened.forEach(Database::close);
    }

    @Test
    void aProcessThatOnlyMigratesDoesSoAndEndsWell() throws Exception {
        var process = new Ended(real.settings());

        assertThat(process.code()).as(process.said()).isZero();
        assertThat(process.said()).contains("The database is migrated").doesNotContain("Tomcat");
        assertThat(open(DatabaseProperties.Migrate.NEVER).isComplete()).isTrue();
    }

    @Test
    void aProcessThatCannotMigrateSaysWhyInALineAndEndsBadly() throws Exception {
        var settings = new HashMap<>(real.settings());
        settings.put("universal.database.migrator.password-file", "/nowhere/password");

        var process = new Ended(settings);

        assertThat(process.code()).isOne();
        assertThat(process.said().lines())
                .filteredOn(line -> line.contains("ERROR"))
                .singleElement()
                .asString()
                .contains("The database was not migrated: /nowhere/password");
        assertThat(process.said()).doesNotContain("\tat ");
    }

    @Test
    void onlyTheMigratorsPasswordIsNeeded() {
        var settings = new HashMap<>(real.settings());
        settings.remove("universal.database.app.password-file");
        settings.remove("universal.database.system.password-file");

        assertThat(migrate(settings)).isZero();
    }

    @Test
    void aMigrationThatFailsSaysSo() {
        real.execute(real.owner(), "CREATE TABLE note (organisation text)");

        assertThat(migrate(real)).isOne();
    }

    @Test
    void whoDoesNotOnlyMigrateRunsOn() {
        assertThat(migrate(Map.of("universal.database.migrate", "never"))).isEqualTo(RUNS_ON);
        assertThat(migrate(Map.of("universal.database.migrate", "at-start"))).isEqualTo(RUNS_ON);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(migrate(Map.of("universal.database.migrator.user", "owner"))).isOne();
    }

    @Test
    void whoNeverMigratesNeedsNoPasswordToDoIt() {
        var database = open(DatabaseProperties.Migrate.NEVER);

        assertThat(database.isComplete()).isFalse();
        assertThat(database.health().health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void whoWaitsForTablesGoesOnWhenTheyAreThere() throws InterruptedException {
        var database = open(DatabaseProperties.Migrate.NEVER);
        var seen = new AtomicReference<@Nullable Boolean>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                database.awaitTables();
                seen.set(exists("note"));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });

        migrate(real);

        waiting.join();
        assertThat(seen.get()).isTrue();
    }

    private boolean exists(String table) {
        return open(DatabaseProperties.Migrate.NEVER)
                .system()
                .jdbc()
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    private Database open(DatabaseProperties.Migrate migrate) {
        var database = Stores.open(real, migrate);
        opened.add(database);
        return database;
    }

    /// What a process that only migrates would end with.
    static int migrate(RealDatabase real) {
        return migrate(real.settings());
    }

    private static int migrate(Map<String, String> settings) {
        var code = new AtomicInteger(RUNS_ON);
        try (var context = new GenericApplicationContext()) {
            TestPropertyValues.of(Map.of("universal.database.migrate", "only"))
                    .and(settings)
                    .applyTo(context);
            new Migration(code::set).initialize(context);
        }
        return code.get();
    }

    /// A process of its own, that has ended.
    private record Ended(int code, String said) {
        Ended(Map<String, String> settings) throws IOException, InterruptedException {
            this(start(settings));
        }

        private Ended(Process process) throws IOException, InterruptedException {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            this(process.waitFor(), said);
        }

        private static Process start(Map<String, String> settings) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Listening.class.getName(),
                    "--server.port=0",
                    "--management.server.port=0",
                    "--spring.cloud.config.enabled=false",
                    "--universal.database.migrate=only"));
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        }
    }
}
