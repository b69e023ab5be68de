package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

@RealStores
class TenantTransactionsTests {
    private static final Database DATABASE = Stores.open(RealPostgres.database());

    private final TenantTransactions tenants = DATABASE.tenants();
    private final JdbcClient jdbc = DATABASE.jdbc();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void nothingIsWritten() {
        DATABASE.system().jdbc().sql("DELETE FROM note").update();
    }

    @Test
    void theOrganisationIsTheCallers() {
        var caller = new Caller("key", "acme", Environment.LIVE, List.of());

        assertThat(tenants.within(caller, this::organisation)).isEqualTo("acme");
    }

    @Test
    void withoutATransactionTheAppsDatabaseIsNotAsked() {
        assertThatThrownBy(this::organisation).isInstanceOf(NoOrganisationException.class);
    }

    @Test
    void anotherThreadHasNoShareInATransaction() {
        assertThatThrownBy(() -> tenants.within(
                        "acme",
                        () -> CompletableFuture.supplyAsync(this::organisation).join()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(NoOrganisationException.class);
    }

    @Test
    void anEmptyOrganisationIsNone() {
        assertThatThrownBy(() -> tenants.within(" ", this::organisation)).isInstanceOf(NoOrganisationException.class);
    }

    @Test
    void aConnectionThatReturnsToThePoolCarriesNoOrganisation() {
        tenants.run("acme", () -> write(1));

        var seen = tenants.within("globex", this::notes);

        assertThat(seen).isZero();
        assertThat(tenants.within("globex", this::organisation)).isEqualTo("globex");
    }

    @Test
    void aConnectionCarriesNoOrganisationAfterAFailureEither() {
        assertThatThrownBy(() -> tenants.run("acme", () -> {
                    write(1);
                    throw new IllegalArgumentException("changed its mind");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(tenants.within("globex", this::organisation)).isEqualTo("globex");
        assertThat(tenants.within("acme", this::notes)).isZero();
    }

    @Test
    void aTransactionOfTheSameOrganisationJoins() {
        assertThatThrownBy(() -> tenants.run("acme", () -> {
                    tenants.run("acme", () -> write(1));
                    throw new IllegalArgumentException("the outer one fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(tenants.within("acme", this::notes)).isZero();
    }

    @Test
    void aTransactionOfAnotherOrganisationDoesNot() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tenants.run("acme", () -> tenants.run("globex", () -> write(1))))
                .withMessageContaining("inside that of another");
    }

    @Test
    void readingSeesOneMoment() {
        tenants.run("acme", () -> write(1));

        var seen = tenants.reading("acme", () -> {
            var before = notes();
            DATABASE.system()
                    .jdbc()
                    .sql("INSERT INTO note VALUES ('acme', 2, 'meanwhile')")
                    .update();
            return List.of(before, notes());
        });

        assertThat(seen).containsExactly(1L, 1L);
    }

    @Test
    void readingDoesNotWrite() {
        assertThatThrownBy(() -> tenants.reading("acme", () -> write(1)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void theSystemsTransactionsCommitWholly() {
        var system = DATABASE.system();

        assertThatThrownBy(() -> system.transactions().executeWithoutResult(_ -> {
                    system.template().update("INSERT INTO note VALUES ('acme', 1, 'half')");
                    throw new IllegalArgumentException("the other half fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(tenants.within("acme", this::notes)).isZero();
    }

    @Test
    void noOtherDoorLeadsToTheAppsConnections() throws SQLException {
        var source = new TenantDataSource(DATABASE.system().source());

        assertThatThrownBy(() -> DataSourceUtils.getConnection(source)).isInstanceOf(NoOrganisationException.class);
        assertThatThrownBy(() -> source.getConnection("user", "password"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> source.unwrap(DataSource.class)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new TransactionTemplate(new OrganisationTransactions(source)).execute(_ -> 1))
                .isInstanceOf(NoOrganisationException.class);
    }

    private String organisation() {
        return jdbc.sql("SELECT current_setting('app.organisation', true)")
                .query(String.class)
                .single();
    }

    private int write(int id) {
        return jdbc.sql("INSERT INTO note VALUES (current_setting('app.organisation'), ?, 'words')")
                .param(id)
                .update();
    }

    private long notes() {
        return jdbc.sql("SELECT count(*) FROM note").query(Long.class).single();
    }
}
