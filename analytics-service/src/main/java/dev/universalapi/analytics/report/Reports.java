package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an organisation's usage comes to.
final class Reports {
    /// What is fetched at once is added up at once.
    private static final int FETCHED = 50;
    /// A page ends after so many rows by minute, hour or day, lest it take long; it goes on in the next.
    private static final int MOST_ADDED = 200_000;
    /// Of latencies that are as much work as a row.
    private static final int BYTES_A_ROW = 200;

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    Reports(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /// A page, which ends early where too much would be to be added up, but never within a bucket.
    Page page(String organisation, Report report, Question question) {
        var groups = new ArrayList<Group>();
        var isWhole = read(organisation, report, question.most(question.limit() + 1), MOST_ADDED, groups::add);
        return Page.of(question, groups, isWhole);
    }

    /// Tells each group to somebody, in order, at most as many as the question wants.
    void tell(String organisation, Report report, Question question, Consumer<Group> reader) {
        var _ = read(organisation, report, question, Long.MAX_VALUE, reader);
    }

    private boolean read(String organisation, Report report, Question question, long most, Consumer<Group> reader) {
        var statement = Statement.of(report, question);
        ResultSetExtractor<Boolean> reading = rows -> read(rows, report, question, most, reader);
        return Objects.requireNonNull(tenants.reading(organisation, () -> {
            jdbc.sql(Statement.SETTINGS).query((_, _) -> true).list();
            return jdbc.sql(statement.sql())
                    .params(statement.parameters())
                    .withFetchSize(FETCHED)
                    .query(reading);
        }));
    }

    /// @return whether there was no more
    private static boolean read(ResultSet rows, Report report, Question question, long most, Consumer<Group> reader)
            throws SQLException {
        var quantiles = new Quantiles();
        @Nullable Instant open = null;
        var added = 0L;
        while (rows.next()) {
            var position = position(rows, question);
            if (added > most && !Objects.equals(position.bucket(), open)) {
                return false;
            }
            open = position.bucket();
            var measured = new LinkedHashMap<String, Object>();
            for (var measure : report.sums()) {
                measured.put(measure.name(), rows.getObject(measure.name()));
            }
            added += rows.getLong(Statement.ADDED);
            if (report.hasLatency()) {
                var sketches = rows.getBytes("latency");
                added += sketches.length / BYTES_A_ROW;
                quantiles.tell(sketches, measured);
            }
            reader.accept(Group.of(question, position, measured));
        }
        return true;
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
