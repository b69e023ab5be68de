package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealStores
class RowSecurityTests {
    private static final RealDatabase REAL = RealPostgres.database();
    private static final Database DATABASE = Stores.open(REAL);

    private final TenantTransactions tenants = DATABASE.tenants();
    private final JdbcClient jdbc = DATABASE.jdbc();
    private final JdbcClient everything = DATABASE.system().jdbc();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void twoOrganisationsHaveANoteEach() {
        everything.sql("DELETE FROM note").update();
        everything
                .sql("INSERT INTO note VALUES ('acme', 1, 'of acme'), ('globex', 2, 'of globex')")
                .update();
    }

    @Test
    void anotherOrganisationsRowsAreNotSeen() {
        var seen = tenants.within(
                "acme",
                () -> jdbc.sql("SELECT words FROM note").query(String.class).list());

        assertThat(seen).containsExactly("of acme");
    }

    @Test
    void anotherOrganisationsRowsAreNotChanged() {
        var changed = tenants.within(
                "acme",
                () -> jdbc.sql("UPDATE note SET words = 'mine' WHERE id = 2").update());

        assertThat(changed).isZero();
        assertThat(words("globex")).isEqualTo("of globex");
    }

    @Test
    void anotherOrganisationsRowsAreNotDeleted() {
        var deleted = tenants.within("acme", () -> jdbc.sql("DELETE FROM note").update());

        assertThat(deleted).isOne();
        assertThat(words("globex")).isEqualTo("of globex");
    }

    @Test
    void aRowIsNotAddedForAnotherOrganisation() {
        assertThatThrownBy(() -> tenants.within(
                        "acme",
                        () -> jdbc.sql("INSERT INTO note VALUES ('globex', 3, 'forged')")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aRowIsNotGivenToAnotherOrganisation() {
        assertThatThrownBy(() -> tenants.within(
                        "acme",
                        () -> jdbc.sql("UPDATE note SET organisation = 'globex'")
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anIdThatAnotherOrganisationTookIsFree() {
        tenants.run(
                "acme",
                () -> jdbc.sql("INSERT INTO note VALUES ('acme', 2, 'also 2')").update());

        assertThat(words("globex")).isEqualTo("of globex");
    }

    @Test
    void partitionsAreNoWayAround() {
        assertThatThrownBy(() -> tenants.within(
                        "acme",
                        () -> jdbc.sql("SELECT words FROM note_low")
                                .query(String.class)
                                .list()))
                .hasStackTraceContaining("permission denied for table note_low");
    }

    @Test
    void tablesOfNobodyAreNotTouched() {
        assertThatThrownBy(() -> tenants.within(
                        "acme",
                        () -> jdbc.sql("SELECT done FROM progress")
                                .query(Long.class)
                                .list()))
                .hasStackTraceContaining("permission denied for table progress");
    }

    @Test
    void theSystemSeesAllOrganisations() {
        assertThat(everything.sql("SELECT words FROM note").query(String.class).list())
                .containsExactlyInAnyOrder("of acme", "of globex");
    }

    @Test
    void notEvenTheOwnerOfTheTablesIsUnbound() throws SQLException {
        try (var connection = REAL.connect(REAL.owner());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM note")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aSessionWithoutOrganisationSeesNothingEvenWhereJavaIsGotAround() throws SQLException {
        everything.sql("INSERT INTO note VALUES ('', 4, 'of nobody')").update();

        try (var connection = REAL.connect(REAL.app());
                var statement = connection.createStatement()) {
            statement.execute("BEGIN; SELECT set_config('app.organisation', 'acme', true); COMMIT");
            try (var rows = statement.executeQuery("SELECT * FROM note")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private String words(String organisation) {
        return everything
                .sql("SELECT words FROM note WHERE organisation = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }
}
