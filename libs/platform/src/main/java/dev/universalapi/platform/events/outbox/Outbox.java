package dev.universalapi.platform.events.outbox;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.events.wire.WireType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps facts beside what made them true, in the same transaction.
public final class Outbox {
    private static final String KEEP =
            "INSERT INTO outbox (organisation, topic, content, trace) VALUES (?, ?, ?, ?)";

    private final Codec codec;
    private final List<DataSource> sources;
    private final Runnable kept;

    /// @param sources where a transaction may be open
    /// @param kept told after the transaction has committed
    public Outbox(Codec codec, List<DataSource> sources, Runnable kept) {
        this.codec = codec;
        this.sources = List.copyOf(sources);
        this.kept = kept;
    }

    /// @throws IllegalStateException without a transaction: the fact could be told and yet not be true
    public void put(Event event, @Nullable String trace) {
        var content = new String(codec.write(event, null), StandardCharsets.UTF_8);
        var topic = WireType.of(event.getClass()).topic();
        new JdbcTemplate(open(event)).update(KEEP, event.organisation(), topic, content, trace);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.run();
            }
        });
    }

    private DataSource open(Event event) {
        return sources.stream()
                .filter(TransactionSynchronizationManager::hasResource)
                .filter(_ -> TransactionSynchronizationManager.isActualTransactionActive())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        event.getClass().getSimpleName() + " is a fact: publish it in the transaction that makes it"));
    }
}
