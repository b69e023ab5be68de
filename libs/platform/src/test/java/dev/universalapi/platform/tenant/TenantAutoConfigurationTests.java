package dev.universalapi.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealStores
class TenantAutoConfigurationTests {
    private static final RealDatabase REAL = RealPostgres.database();

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TenantAutoConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);
    private final ApplicationContextRunner withDatabase = service.withPropertyValues(REAL.settings().entrySet().stream()
                    .map(setting -> setting.getKey() + "=" + setting.getValue())
                    .toArray(String[]::new))
            .withPropertyValues("spring.application.name=notes-service");

    @Test
    void aServiceWithoutUrlHasNoDatabase() {
        service.run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(Database.class)
                .doesNotHaveBean(JdbcClient.class));
    }

    @Test
    void aServiceWithUrlReadsItsOwnOrganisationsRows() {
        withDatabase.run(context -> {
            var jdbc = context.getBean(JdbcClient.class);
            var tenants = context.getBean(TenantTransactions.class);

            var written = tenants.within(
                    "acme",
                    () -> jdbc.sql("INSERT INTO note VALUES ('acme', 1, 'words')")
                            .update());

            assertThat(written).isOne();
            assertThat(tenants.within(
                            "globex",
                            () -> jdbc.sql("SELECT count(*) FROM note")
                                    .query(Long.class)
                                    .single()))
                    .isZero();
        });
    }

    @Test
    void noDataSourceIsThereToAskAroundTransactions() {
        withDatabase.run(context -> assertThat(context).doesNotHaveBean(DataSource.class));
    }

    @Test
    void theDatabaseSaysWhichServiceIsConnected() {
        withDatabase.run(context -> assertThat(context.getBean(SystemDatabase.class)
                        .jdbc()
                        .sql("SELECT current_setting('application_name')")
                        .query(String.class)
                        .single())
                .isEqualTo("notes-service"));
    }

    @Test
    void poolsAreMeasuredByName() {
        withDatabase.run(context -> {
            context.getBean(SystemDatabase.class).jdbc().sql("SELECT 1").query().singleValue();

            assertThat(context.getBean(MeterRegistry.class)
                            .find("hikaricp.connections.max")
                            .gauges())
                    .extracting(gauge -> gauge.getId().getTag("pool"))
                    .containsExactlyInAnyOrder("app", "system");
        });
    }

    @Test
    void whatIsNotSetIsNamed() {
        service.withPropertyValues(
                        "universal.database.url=" + REAL.url(),
                        "universal.database.app.user=test_app",
                        "universal.database.system.user=test_system",
                        "universal.database.migrator.user=test_owner")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("universal.database.app.password-file is not set"));
    }
}
