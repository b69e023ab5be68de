package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.tls.SelfSigned;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DatabaseTlsTests {
    private static final RealDatabase REAL = RealPostgres.database();
    private static final SelfSigned CERTIFICATE = SelfSigned.make();

    @BeforeAll
    static void speaksTls() {
        asSuperuser("ALTER SYSTEM SET ssl_cert_file = '%s'".formatted(CERTIFICATE.certificate()));
        asSuperuser("ALTER SYSTEM SET ssl_key_file = '%s'".formatted(CERTIFICATE.key()));
        asSuperuser("ALTER SYSTEM SET ssl = on");
        asSuperuser("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void speaksNoneAgain() {
        asSuperuser("ALTER SYSTEM RESET ssl");
        asSuperuser("SELECT pg_reload_conf()");
    }

    @Test
    void everyConnectionIsVerified() {
        try (var database = open(CERTIFICATE.certificate())) {
            assertThat(database.health().health().getStatus()).isEqualTo(Status.UP);
            assertThat(database.system()
                            .jdbc()
                            .sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void whoIsNotTrustedIsNotAsked() {
        var stranger = SelfSigned.make().certificate();

        assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> open(stranger));
    }

    private static Database open(Path caFile) {
        var all = Stores.properties(REAL, REAL.app(), REAL.system());
        var url = all.url() + (all.url().contains("?") ? "&" : "?") + "sslmode=verify-full&sslrootcert=" + caFile;
        return Database.open(
                new DatabaseProperties(url, all.app(), all.system(), all.migrator(), all.migrate(), all.patience()),
                "notes",
                new SimpleMeterRegistry());
    }

    private static void asSuperuser(String sql) {
        REAL.execute(REAL.superuser(), sql);
    }
}
