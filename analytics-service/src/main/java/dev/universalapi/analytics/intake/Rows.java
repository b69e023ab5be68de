package dev.universalapi.analytics.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.PreparedStatementCreator;

/// One statement for many rows: each of its parameters is a column of all of them, an array.
///
/// @param <T> what a row is made of
final class Rows<T> {
    private final String sql;
    private final List<Column<T>> columns;

    /// @param type as PostgreSQL calls it
    /// @param value of one row: a text, number, truth or bytes
    record Column<T>(String type, Function<T, Object> value) {}

    Rows(String sql, List<Column<T>> columns) {
        this.sql = sql;
        this.columns = columns;
    }

    PreparedStatementCreator of(List<? extends T> rows) {
        return connection -> prepare(connection, rows);
    }

    private PreparedStatement prepare(Connection connection, List<? extends T> rows) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var values = new Object[rows.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = column.value().apply(rows.get(j));
            }
            statement.setArray(i + 1, connection.createArrayOf(column.type(), typed(values)));
        }
        return statement;
    }

    // the driver writes bytes only of an array that says it holds bytes
    private static Object[] typed(Object[] values) {
        return values.length > 0 && values[0] instanceof byte[]
                ? Arrays.copyOf(values, values.length, byte[][].class)
                : values;
    }
}
