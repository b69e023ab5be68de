package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads groups as they come, each in one part or several.
final class Reading {
    private final Report report;
    private final Question question;
    private final Duration patience;
    private final long begun = System.nanoTime();
    private final Consumer<Group> reader;
    private final Quantiles quantiles = new Quantiles();
    private final Map<String, Object> measured = new LinkedHashMap<>();
    private Question.@Nullable Position open;
    private int told;

    /// @param patience after which no other bucket is begun
    Reading(Report report, Question question, Duration patience, Consumer<Group> reader) {
        this.report = report;
        this.question = question;
        this.patience = patience;
        this.reader = reader;
    }

    /// @return whether there was no more
    boolean read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            var position = position(rows);
            if (open != null && !Objects.equals(position.bucket(), open.bucket()) && isLate()) {
                close();
                return false;
            }
            if (!position.equals(open)) {
                close();
                if (told == question.limit()) {
                    return false;
                }
            }
            open = position;
            add(rows);
        }
        close();
        return true;
    }

    private void add(ResultSet row) throws SQLException {
        for (var measure : report.sums()) {
            measured.merge(measure.name(), row.getObject(measure.name()), Measure::sum);
        }
        if (report.hasLatency()) {
            quantiles.add(row.getBytes("latency"));
        }
    }

    private boolean isLate() {
        return System.nanoTime() - begun >= patience.toNanos();
    }

    private void close() {
        if (open != null) {
            Measure.close(measured);
            if (report.hasLatency()) {
                quantiles.close(measured);
            }
            reader.accept(Group.of(question, open, measured));
            measured.clear();
            open = null;
            told++;
        }
    }

    private Question.Position position(ResultSet row) throws SQLException {
        var values = new ArrayList<String>();
        for (var dimension : question.by()) {
            values.add(row.getString(dimension.label()));
        }
        var bucket =
                question.bucket() == null ? null : row.getTimestamp("bucket").toInstant();
        return new Question.Position(bucket, values);
    }
}
