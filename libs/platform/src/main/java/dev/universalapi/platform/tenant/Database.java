package dev.universalapi.platform.tenant;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The database of a service: migrated, its roles checked, two bounded pools open.
public final class Database implements AutoCloseable {
    private final HikariDataSource app;
    private final HikariDataSource system;
    private final Schema schema;
    private final TenantTransactions tenants;
    private final JdbcClient jdbc;
    private final SystemDatabase everything;

    private Database(HikariDataSource app, HikariDataSource system, Schema schema) {
        this.app = app;
        this.system = system;
        this.schema = schema;
        var guarded = new TenantDataSource(app);
        this.tenants = new TenantTransactions(new OrganisationTransactions(guarded));
        this.jdbc = JdbcClient.create(guarded);
        this.everything = new SystemDatabase(system);
    }

    /// Waits for the database, migrates it, checks the roles, opens the pools.
    ///
    /// @param service who asks, as the database shows it
    /// @throws IllegalStateException when a role may more or less than it should
    public static Database open(DatabaseProperties properties, String service, MeterRegistry registry) {
        var schema = Schema.migrated(properties);
        var pools = new Pools(properties.url(), service, registry);
        var system = pools.open("system", properties.system());
        try {
            Roles.check(new SystemDatabase(system).jdbc(), properties);
            return new Database(pools.open("app", properties.app()), system, schema);
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

    DatabaseHealth health() {
        return new DatabaseHealth(app, system, schema);
    }

    @Override
    public void close() {
        app.close();
        system.close();
    }
}
