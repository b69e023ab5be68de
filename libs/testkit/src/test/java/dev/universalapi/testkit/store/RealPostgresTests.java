package dev.universalapi.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@RealStores
class RealPostgresTests {
    private static final RealDatabase DATABASE = RealPostgres.database();

    @Test
    void isAPostgresOfTheVersionThatIsRun() throws SQLException {
        try (var connection = DATABASE.connect(DATABASE.app())) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void onlyTheOwnerMakesTables() {
        DATABASE.execute(DATABASE.owner(), "CREATE TABLE mine (id int)");

        assertThatThrownBy(() -> DATABASE.execute(DATABASE.app(), "CREATE TABLE theirs (id int)"))
                .hasRootCauseMessage("ERROR: permission denied for schema public\n  Position: 14");
    }

    @Test
    void aCopyHasWhatItsTemplateHas() {
        var template = RealPostgres.database();
        template.execute(template.owner(), "CREATE TABLE thing (id int)");

        var copy = RealPostgres.copyOf(template);

        copy.execute(copy.owner(), "INSERT INTO thing VALUES (1)");
        assertThat(copy.name()).isNotEqualTo(template.name());
    }

    @Test
    void aDatabaseThatIsShutLetsNobodyInUntilItOpens() throws SQLException {
        var database = RealPostgres.database();
        try (var connection = database.connect(database.app())) {
            database.shut();

            assertThat(connection.isValid(1)).isFalse();
            assertThatThrownBy(() -> database.connect(database.app())).isInstanceOf(SQLException.class);
        }

        database.open();

        database.execute(database.app(), "SELECT 1");
    }

    @Test
    void aServiceIsToldUsersAndFilesOfPasswords() {
        assertThat(DATABASE.settings())
                .containsEntry("universal.database.app.user", "test_app")
                .containsKey("universal.database.system.password-file");
    }
}
