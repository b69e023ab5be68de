package dev.universalapi.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

@RealStores
class TenantTablesTests {
    private static final String OWN_ROWS = "organisation = nullif(current_setting('app.organisation', true), '')";
    private static final String SECURED = """
            CREATE TABLE note (organisation text NOT NULL, words text);
            ALTER TABLE note ENABLE ROW LEVEL SECURITY;
            ALTER TABLE note FORCE ROW LEVEL SECURITY;
            CREATE POLICY own ON note USING (%s);
            GRANT SELECT, INSERT ON note TO test_app;
            INSERT INTO note SELECT 'acme', 'words' WHERE set_config('app.organisation', 'acme', true) <> '';
            """.formatted(OWN_ROWS);

    private final RealDatabase database = RealPostgres.database();

    @Test
    void securedAndExplainedTablesPass() {
        owner(SECURED + "CREATE TABLE progress (done int)");

        assertThatCode(() -> TenantTables.areSecured(
                        database, Map.of("progress", "How far the worker is, over all organisations.")))
                .doesNotThrowAnyException();
    }

    @Test
    void aTableThatIsNotSecuredFails() {
        owner("CREATE TABLE note (organisation text NOT NULL)");

        assertThatThrownBy(() -> TenantTables.areSecured(database, Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "note has row security not enabled", "note has row security not forced", "note has policies");
    }

    @Test
    void aTableWhoseOwnerIsUnboundFails() {
        owner(SECURED + "ALTER TABLE note NO FORCE ROW LEVEL SECURITY");

        assertThat(TenantTables.faults(database, Map.of())).containsExactly("note has row security not forced");
    }

    @Test
    void aSecondPolicyThatLetsEverybodyInFails() {
        owner(SECURED + "CREATE POLICY lenient ON note FOR SELECT USING (true)");

        assertThat(TenantTables.faults(database, Map.of()))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("r: true / true"))
                .contains("note: '' sees rows of others", "note: 'nobody-of-the-tests' sees rows of others");
    }

    @Test
    void aPartitionThatIsNotSecuredFails() {
        owner("""
                CREATE TABLE note (organisation text NOT NULL, id int) PARTITION BY RANGE (id);
                ALTER TABLE note ENABLE ROW LEVEL SECURITY;
                ALTER TABLE note FORCE ROW LEVEL SECURITY;
                CREATE POLICY own ON note USING (%s);
                CREATE TABLE note_low PARTITION OF note FOR VALUES FROM (0) TO (10);
                """.formatted(OWN_ROWS));

        assertThat(TenantTables.faults(database, Map.of()))
                .allMatch(fault -> fault.startsWith("note_low"))
                .hasSize(3);
    }

    @Test
    void aTableOfNobodyIsExplainedInASentence() {
        owner("CREATE TABLE progress (done int); CREATE TABLE nullable (organisation text)");

        assertThat(TenantTables.faults(database, Map.of("progress", "because", "gone", "It was here a year ago.")))
                .containsExactlyInAnyOrder(
                        "nullable has no column organisation that is NOT NULL, and nobody says why",
                        "progress needs a sentence, not 'because'",
                        "gone is explained, and does not exist");
    }

    @Test
    void viewsThatReadWithTheirOwnersRightsFail() {
        owner(SECURED + """
                CREATE VIEW closed AS SELECT * FROM note;
                CREATE VIEW invoked WITH (security_invoker = true) AS SELECT * FROM note;
                CREATE VIEW owned AS SELECT * FROM note;
                CREATE MATERIALIZED VIEW kept AS SELECT * FROM note;
                GRANT SELECT ON invoked, owned, kept TO test_app;
                """);

        assertThat(TenantTables.faults(database, Map.of()))
                .contains("owned is read with its owner's rights", "kept knows no row security, and app may use it")
                .noneMatch(fault -> fault.startsWith("closed") || fault.startsWith("invoked"));
    }

    private void owner(String sql) {
        database.execute(database.owner(), sql);
    }
}
