package dev.universalapi.platform.tenant;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins each transaction with the name of its organisation, which row security compares rows with. The name is local
/// to the transaction, so a connection that returns to the pool carries none.
final class OrganisationTransactions extends JdbcTransactionManager {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TenantDataSource source;

    OrganisationTransactions(TenantDataSource source) {
        super(source);
        this.source = source;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (!TenantTransactions.ORGANISATION.isBound()) {
            throw new NoOrganisationException();
        }
        source.opened(() -> super.doBegin(transaction, definition));
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (var statement = connection.prepareStatement("SELECT set_config('app.organisation', ?, true)")) {
            statement.setString(1, TenantTransactions.ORGANISATION.get());
            statement.execute();
        }
    }
}
