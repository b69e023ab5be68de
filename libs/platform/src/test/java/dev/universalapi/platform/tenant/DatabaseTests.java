package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@RealStores
class DatabaseTests {
    private final RealDatabase real = RealPostgres.database();

    @Test
    void aDatabaseThatAnswersIsUp() {
        try (var database = Stores.open(real)) {
            var health = database.health().health();

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails()).isEqualTo(Map.of("app", "up", "system", "up", "schema", "up"));
        }
    }

    @Test
    void aDatabaseThatIsAwayIsDownAndComesBackByItself() {
        try (var database = Stores.open(real)) {
            real.shut();
            var away = database.health().health();
            real.open();
            var back = database.health().health();

            assertThat(away.getStatus()).isEqualTo(Status.DOWN);
            assertThat(away.getDetails().values())
                    .allSatisfy(why -> assertThat(why).asString().startsWith("away: "));
            assertThat(back.getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void whoAsksADatabaseThatIsAwayIsToldToComeBack() {
        try (var database = Stores.open(real)) {
            real.shut();

            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> database.tenants().run("acme", () -> notes(database)))
                    .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE));
        }
    }

    @Test
    void whoseDatabaseGoesAwayMidwayIsToldToComeBack() {
        try (var database = Stores.open(real)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> database.tenants().run("acme", () -> {
                        notes(database);
                        real.shut();
                        notes(database);
                    }))
                    .satisfies(problem -> assertThat(problem.retryAfter()).contains(Duration.ofSeconds(2)));
        }
    }

    private static long notes(Database database) {
        return database.jdbc()
                .sql("SELECT count(*) FROM note")
                .query(Long.class)
                .single();
    }

    @Test
    void tablesOlderThanTheProgramAreDown() {
        try (var database = Stores.open(real)) {
            real.execute(real.owner(), "DELETE FROM schema_history WHERE version = '1'");

            var health = database.health().health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsEntry("schema", "schema_history is at 0, expected is 1");
        }
    }

    @Test
    void tablesNewerThanTheProgramAreNot() {
        try (var database = Stores.open(real)) {
            real.execute(real.owner(), "UPDATE schema_history SET version = '99' WHERE version = '1'");

            assertThat(database.health().health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void noTablesAreDown() {
        try (var database = Stores.open(real)) {
            real.execute(real.owner(), "DROP TABLE schema_history");

            assertThat(database.health().health().getDetails())
                    .containsEntry("schema", "schema_history is not there, expected is 1");
        }
    }

    @Test
    void tablesWhoseVersionNobodyMayReadAreDown() {
        try (var database = Stores.open(real)) {
            real.execute(
                    real.owner(),
                    "REVOKE SELECT ON schema_history FROM %s"
                            .formatted(real.system().user()));

            assertThat(database.health().health().getDetails().get("schema"))
                    .asString()
                    .startsWith("unknown: ");
        }
    }

    @Test
    void aSecondStartFindsTheTablesMade() {
        Stores.open(real).close();

        try (var again = Stores.open(real)) {
            assertThat(again.health().health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aStartWaitsNoLongerThanItsPatience() {
        real.shut();

        assertThatExceptionOfType(FlywayException.class).isThrownBy(() -> Stores.open(real));
    }

    @Test
    void anAppThatSeesAllOrganisationsIsRefused() {
        var swapped = Stores.properties(real, real.system(), real.system());

        assertThatIllegalStateException()
                .isThrownBy(() -> Database.open(swapped, "notes", new SimpleMeterRegistry()))
                .withMessageContaining("universal.database.app.user, test_system, must be bound by row security");
    }

    @Test
    void anAppThatOwnsTheTablesIsRefused() {
        var owning = Stores.properties(real, real.owner(), real.system());

        assertThatIllegalStateException()
                .isThrownBy(() -> Database.open(owning, "notes", new SimpleMeterRegistry()))
                .withMessageContaining("no member of test_owner");
    }

    @Test
    void aSystemThatSeesNothingIsRefused() {
        var blind = Stores.properties(real, real.app(), real.owner());

        assertThatIllegalStateException()
                .isThrownBy(() -> Database.open(blind, "notes", new SimpleMeterRegistry()))
                .withMessageContaining("test_owner, must see all organisations");
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        var pool = new DatabaseProperties.Pool("app", Path.of("app"), 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        var login = new DatabaseProperties.Login("owner", Path.of("owner"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseProperties(
                        "jdbc:postgresql://db/notes?password=open",
                        pool,
                        pool,
                        login,
                        DatabaseProperties.Migrate.AT_START,
                        Duration.ZERO))
                .withMessageContaining("password-file");
    }

    @Test
    void aPasswordThatCannotBeReadSaysWhose() {
        var login = new DatabaseProperties.Login("owner", Path.of("/nowhere/password"));

        assertThatThrownBy(login::password)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the password of owner cannot be read");
    }
}
