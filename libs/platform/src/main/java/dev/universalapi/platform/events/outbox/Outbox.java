package dev.universalapi.platform.events.outbox;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.events.wire.WireType;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.NoOrganisationException;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps facts beside what made them true, in the same transaction.
@AcrossTenants(because = "a handler of events of many organisations publishes in its own transaction")
public final class Outbox {
    private static final String KEEP = "INSERT INTO outbox (organisation, topic, content, trace) VALUES (?, ?, ?, ?)";

    private final Codec codec;
    private final JdbcClient app;
    private final SystemDatabase system;
    private final Runnable kept;

    /// @param app where a transaction of an organisation may be open
    /// @param system where one of all organisations may be
    /// @param kept told after the transaction has committed
    Outbox(Codec codec, JdbcClient app, SystemDatabase system, Runnable kept) {
        this.codec = codec;
        this.app = app;
        this.system = system;
        this.kept = kept;
    }

    /// @throws IllegalStateException without a transaction: the fact could be told and yet not be true
    public void put(Event event, @Nullable String trace) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw outside(event);
        }
        try {
            insert(app, event, trace);
        } catch (NoOrganisationException _) {
            if (!TransactionSynchronizationManager.hasResource(system.source())) {
                throw outside(event);
            }
            insert(system.jdbc(), event, trace);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.run();
            }
        });
    }

    private void insert(JdbcClient jdbc, Event event, @Nullable String trace) {
        jdbc.sql(KEEP)
                .param(event.organisation())
                .param(WireType.of(event.getClass()).topic())
                .param(new String(codec.write(event, null), StandardCharsets.UTF_8))
                .param(trace)
                .update();
    }

    private static IllegalStateException outside(Event event) {
        return new IllegalStateException(
                event.getClass().getSimpleName() + " is a fact: publish it in the transaction that makes it true");
    }
}
