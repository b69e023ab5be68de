package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.analytics.usage.Latencies;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an organisation's usage comes to.
final class Reports {
    private static final int FETCHED = 1_000;

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    Reports(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /// Tells each group's sums to somebody, in order, at most as many as the question wants.
    void sums(String organisation, Question question, List<Measure> measures, Consumer<Group> reader) {
        var told = new int[1];
        for (var part : question.parts()) {
            if (told[0] < question.limit()) {
                reading(organisation, Statement.sums(part.most(question.limit() - told[0]), measures), rows -> {
                    while (rows.next()) {
                        reader.accept(group(rows, question, measures));
                        told[0]++;
                    }
                });
            }
        }
    }

    private static Group group(ResultSet row, Question question, List<Measure> measures) throws SQLException {
        var measured = new LinkedHashMap<String, Object>();
        for (var measure : measures) {
            measured.put(measure.name(), row.getObject(measure.name()));
        }
        return Group.of(question, position(row, question), measured);
    }

    /// Tells the quantiles of each group's latencies to somebody, in order.
    void latencies(String organisation, Question question, Consumer<Group> reader) {
        var merging = new Merging(question, reader);
        reading(organisation, Statement.sketches(question), rows -> {
            while (merging.wants() && rows.next()) {
                merging.add(position(rows, question), rows.getBytes("latency"));
            }
        });
        merging.end();
    }

    @FunctionalInterface
    private interface Rows {
        void read(ResultSet rows) throws SQLException;
    }

    private void reading(String organisation, Statement statement, Rows reader) {
        var _ = tenants.reading(
                organisation,
                () -> jdbc.sql(statement.sql())
                        .params(statement.parameters())
                        .withFetchSize(FETCHED)
                        .query(rows -> {
                            reader.read(rows);
                            return true;
                        }));
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

    /// One group after the other, merged as their sketches come.
    private static final class Merging {
        private final Question question;
        private final Consumer<Group> reader;
        private Question.@Nullable Position open;
        private Latencies latencies = new Latencies();
        private int told;

        Merging(Question question, Consumer<Group> reader) {
            this.question = question;
            this.reader = reader;
        }

        boolean wants() {
            return told < question.limit();
        }

        void add(Question.Position position, byte[] sketch) {
            if (!position.equals(open)) {
                end();
                open = position;
                latencies = new Latencies();
            }
            latencies.add(sketch);
        }

        void end() {
            if (open != null && wants()) {
                reader.accept(Group.of(question, open, quantiles(latencies)));
                told++;
            }
            open = null;
        }
    }

    /// The names of what is told of latencies.
    static final List<String> QUANTILES = List.of("count", "p50Millis", "p90Millis", "p99Millis");

    private static Map<String, Object> quantiles(Latencies latencies) {
        var told = new LinkedHashMap<String, Object>();
        told.put("count", latencies.count());
        Stream.of(50, 90, 99)
                .forEach(percent ->
                        told.put("p%dMillis".formatted(percent), Math.round(latencies.quantile(percent / 100.0))));
        return told;
    }
}
