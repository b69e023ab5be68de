package dev.universalapi.platform.tenant;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The same database, with every organisation's rows. Only classes marked [AcrossTenants] may touch this; the build
/// fails for others.
public final class SystemDatabase {
    private final DataSource source;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    SystemDatabase(DataSource source) {
        this.source = source;
        this.template = new JdbcTemplate(source);
        this.jdbc = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /// Statements; each its own transaction, unless [#transactions] runs around it on the same thread.
    public JdbcClient jdbc() {
        return jdbc;
    }

    /// For what [#jdbc] lacks: batches.
    public JdbcTemplate template() {
        return template;
    }

    /// Commits when the work returns, rolls back when it throws.
    public TransactionOperations transactions() {
        return transactions;
    }

    /// For what JDBC lacks: copying, listening. A connection taken here is to be closed.
    public DataSource source() {
        return source;
    }
}
