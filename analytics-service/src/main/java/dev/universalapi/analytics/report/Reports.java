package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an organisation's usage comes to.
final class Reports {
    private static final int FETCHED = 1_000;
    private static final int FETCHED_WITH_LATENCY = 50;

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    Reports(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /// Tells each group to somebody, in order, at most as many as the question wants.
    void tell(String organisation, Report report, Question question, Consumer<Group> reader) {
        var statement = Statement.of(report, question);
        var quantiles = new Quantiles();
        var _ = tenants.reading(organisation, () -> {
            jdbc.sql(Statement.settings(question)).query((_, _) -> true).list();
            return jdbc.sql(statement.sql())
                    .params(statement.parameters())
                    .withFetchSize(report.hasLatency() ? FETCHED_WITH_LATENCY : FETCHED)
                    .query(rows -> {
                        while (rows.next()) {
                            reader.accept(group(rows, report, question, quantiles));
                        }
                        return true;
                    });
        });
    }

    private static Group group(ResultSet row, Report report, Question question, Quantiles quantiles)
            throws SQLException {
        var measured = new LinkedHashMap<String, Object>();
        for (var measure : report.sums()) {
            measured.put(measure.name(), row.getObject(measure.name()));
        }
        if (report.hasLatency()) {
            quantiles.tell(row.getBytes("latency"), measured);
        }
        return Group.of(question, position(row, question), measured);
    }

    private static Question.Position position(ResultSet row, Question question) throws SQLException {
        var values = new ArrayList<String>();
        for (var dimension : question.by()) {
            values.add(row.getString(dimension.label()));
        }
        var bucket =
                question.bucket() == null ? null : row.getTimestamp("bucket").toInstant();
        return new Question.Position(bucket, values);
    }
}
