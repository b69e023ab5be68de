package dev.universalapi.auth.audit;

import dev.universalapi.contracts.event.auth.AuditAnchored;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Tells others, every hour, where each chain ends that has grown: who rewrites a chain afterwards cannot take back
/// what Kafka and its readers remember.
@AcrossTenants(because = "it looks for the chains of all organisations that have grown")
final class Anchoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private static final String GROWN = """
            select head.organisation from audit_head head where not exists (
                select from audit_anchor anchor where anchor.organisation = head.organisation
                    and (anchor.sequence = head.sequence or anchor.at > ?))
            """;
    private static final String KEEP = """
            insert into audit_anchor (organisation, sequence, hash, at)
            select organisation, sequence, hash, ? from audit_head where organisation = ?
            on conflict do nothing returning sequence, hash
            """;

    private final SystemDatabase system;
    private final TenantTransactions tenants;
    private final JdbcClient jdbc;
    private final Events events;
    private final InstantSource clock;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("anchoring").factory());

    Anchoring(SystemDatabase system, TenantTransactions tenants, JdbcClient jdbc, Events events, InstantSource clock) {
        this.system = system;
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /// Looks every few minutes, so that a process that starts anew does not begin to wait anew.
    void start() {
        var _ = ticks.scheduleWithFixedDelay(this::look, 1, 5, TimeUnit.MINUTES);
    }

    /// Anchors what has grown and was not anchored within the hour.
    void anchor() {
        var since = Timestamp.from(clock.instant().minus(EVERY));
        system.jdbc().sql(GROWN).param(since).query(String.class).list().forEach(this::anchor);
    }

    private void anchor(String organisation) {
        var now = clock.instant();
        tenants.run(
                organisation,
                () -> jdbc.sql(KEEP)
                        .params(Timestamp.from(now), organisation)
                        .query(Head.class)
                        .optional()
                        .ifPresent(head ->
                                events.publish(new AuditAnchored(organisation, head.sequence(), head.hash(), now))));
    }

    private void look() {
        try {
            anchor();
        } catch (DataAccessException | TransactionException away) {
            LOG.atWarn().setCause(away).log("Chains of the audit log were not anchored; the next try is in minutes");
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
