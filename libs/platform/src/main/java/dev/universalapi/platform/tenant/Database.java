package dev.universalapi.platform.tenant;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database of a service: its roles checked, two bounded pools open; migrated, unless that is left to others.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final HikariDataSource app;
    private final HikariDataSource system;
    private final Schema schema;
    private final TenantTransactions tenants;
    private final JdbcClient jdbc;
    private final SystemDatabase everything;
    private volatile boolean complete;

    private Database(HikariDataSource app, HikariDataSource system, Schema schema, boolean complete) {
        this.app = app;
        this.system = system;
        this.schema = schema;
        var guarded = new TenantDataSource(app);
        this.tenants = new TenantTransactions(new OrganisationTransactions(guarded));
        this.jdbc = JdbcClient.create(guarded);
        this.everything = new SystemDatabase(system);
        this.complete = complete;
    }

    /// Waits for the database, migrates it if that is to be done here, checks the roles, opens the pools.
    ///
    /// @param service who asks, as the database shows it
    /// @throws IllegalStateException when a role may more or less than it should
    public static Database open(DatabaseProperties properties, String service, MeterRegistry registry) {
        var left = properties.migrate() == DatabaseProperties.Migrate.NEVER;
        var schema = left ? Schema.expected(properties) : Schema.migrated(properties);
        var pools = new Pools(properties.url(), service, registry);
        var system = pools.open("system", properties.system());
        try {
            Roles.check(new SystemDatabase(system).jdbc(), properties);
            return new Database(pools.open("app", properties.app()), system, schema, !left);
        } catch (RuntimeException wrong) {
            system.close();
            throw wrong;
        }
    }

    /// Transactions of one organisation, around [#jdbc].
    public TenantTransactions tenants() {
        return tenants;
    }

    /// Statements inside [#tenants].
    public JdbcClient jdbc() {
        return jdbc;
    }

    /// Everything, for classes marked [AcrossTenants].
    public SystemDatabase system() {
        return everything;
    }

    /// Whether the tables are of the version that this program works with, or were at any time before.
    public boolean isComplete() {
        if (!complete) {
            complete = lacking().isEmpty();
        }
        return complete;
    }

    /// Blocks until the tables are as this program needs them; not at all where it migrates itself. Whoever changes
    /// rows
    /// unasked waits here before.
    public void awaitTables() throws InterruptedException {
        if (isComplete()) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("lacking", lacking().orElse("nothing"))
                .log("Waits until somebody migrates the database");
        while (!isComplete()) {
            var _ = new CountDownLatch(1).await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
        LOG.atInfo().log("The database is migrated");
    }

    private Optional<String> lacking() {
        try {
            return schema.lacking(everything.jdbc());
        } catch (DataAccessException unreadable) {
            return Optional.of("unknown: " + unreadable.getMessage());
        }
    }

    DatabaseHealth health() {
        return new DatabaseHealth(app, system, this::lacking);
    }

    @Override
    public void close() {
        app.close();
        system.close();
    }
}
