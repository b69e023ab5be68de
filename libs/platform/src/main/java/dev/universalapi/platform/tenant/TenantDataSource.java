package dev.universalapi.platform.tenant;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Hands connections to transactions that begin, and to nobody else: a connection without an organisation would
/// silently see no rows.
final class TenantDataSource extends DelegatingDataSource {
    private static final ScopedValue<Boolean> OPENED = ScopedValue.newInstance();

    TenantDataSource(DataSource pool) {
        super(pool);
    }

    /// Lets what runs here take a connection.
    void opened(Runnable beginning) {
        ScopedValue.where(OPENED, true).run(beginning);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!OPENED.isBound()) {
            throw new NoOrganisationException();
        }
        return super.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException("connections belong to transactions of an organisation");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("what is inside would hand out connections without an organisation");
    }
}
