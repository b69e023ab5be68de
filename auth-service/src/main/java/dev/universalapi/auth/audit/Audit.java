package dev.universalapi.auth.audit;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.NoOrganisationException;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps what was done beside what it did, in the same transaction: both are there, or neither is.
///
/// Who acts is the caller of the request that is served on this thread; without one, the service itself. The chain of
/// the organisation is locked until the transaction ends, so record last.
@AcrossTenants(because = "an operator acts on organisations in a transaction that sees all of them")
public final class Audit {
    /// Whose chain holds what belongs to no organisation.
    public static final String NOBODY = "-";

    private static final int ID_BITS = 100;

    private final JdbcClient app;
    private final SystemDatabase system;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Audit(JdbcClient app, SystemDatabase system, InstantSource clock) {
        this.app = app;
        this.system = system;
        this.clock = clock;
    }

    /// For the organisation whose transaction is open.
    ///
    /// @param action what was done: `key.create`
    /// @param targetType what kind of thing it was done to: `key`
    /// @param targetId which one
    /// @param details what else is worth knowing, at most 1,000 characters each; never a secret
    /// @throws NoOrganisationException without a transaction of an organisation
    public void record(String action, String targetType, String targetId, Map<String, String> details) {
        var organisation = app.sql("select current_setting('app.organisation')")
                .query(String.class)
                .single();
        append(app, organisation, action, new Entry.Target(targetType, targetId), details);
    }

    /// As [#record], in a transaction of the organisation or in one of all.
    ///
    /// @throws IllegalStateException without a transaction
    public void recordFor(
            String organisation, String action, String targetType, String targetId, Map<String, String> details) {
        var target = new Entry.Target(targetType, targetId);
        if (TransactionSynchronizationManager.hasResource(system.source())) {
            append(system.jdbc(), organisation, action, target, details);
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(action + " is to be recorded in the transaction that does it");
        }
        append(app, organisation, action, target, details);
    }

    private void append(
            JdbcClient jdbc, String organisation, String action, Entry.Target target, Map<String, String> details) {
        var acting = Acting.on(organisation);
        var entry = new Entry(
                Entry.id(new BigInteger(ID_BITS, random)),
                clock.instant(),
                action,
                acting.actor(),
                target,
                acting.origin(),
                details);
        Chain.append(jdbc, organisation, entry);
    }
}
