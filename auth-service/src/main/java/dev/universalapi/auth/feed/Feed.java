package dev.universalapi.auth.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Keeps changes beside what they changed, in the same transaction; the relay tells them after it.
public final class Feed {
    private final JdbcClient jdbc;
    private final Runnable kept;

    /// @param jdbc of an organisation's transactions
    /// @param kept told after a transaction has committed
    Feed(JdbcClient jdbc, Runnable kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    /// Something was changed in the open transaction.
    ///
    /// @param organisation whose transaction it is
    /// @param id as the kind names it
    public void changed(String organisation, Kind kind, String id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("a change is told in the transaction that makes it");
        }
        jdbc.sql("insert into feed (organisation, kind, subject) values (?, ?, ?)")
                .params(organisation, kind.label(), id)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept.run();
            }
        });
    }
}
