package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.analytics.report.question.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQL for a question, and its parameters in order. Everything in the text is of this program; what was sent is a
/// parameter.
///
/// Each series is given the place of its group among all groups first, so that rows, of which there are many, are
/// sorted and compared by numbers; words are looked up for the groups of the page alone. Groups by bucket are added up
/// one after the other as rows come in their order, and nothing after the page is read.
record Statement(String sql, List<Object> parameters) {

    /// Groups come in the order of rows where they are by bucket, rather than all at the end, if nothing is hashed.
    static String settings(Question question) {
        return question.bucket() == null ? "select 1" : "select set_config('enable_hashagg', 'off', true)";
    }

    /// Groups with what was measured, in the order of the question.
    static Statement of(Report report, Question question) {
        var parameters = new ArrayList<Object>();
        var groups = groups(question, parameters);
        var rows = rows(report, question, parameters);
        var later = later(question, parameters);
        parameters.add(question.limit());
        var bucket = question.bucket() == null ? "" : "bucket, ";
        var measured = Stream.concat(
                        report.sums().stream().map(measure -> measure.sql() + " as \"" + measure.name() + '"'),
                        report.hasLatency() ? Stream.of("string_agg(latency, ''::bytea) as latency") : Stream.of())
                .collect(Collectors.joining(", "));
        var words = Stream.concat(Stream.of("place"), question.by().stream().map(Dimension::label))
                .collect(Collectors.joining(", "));
        var sql = """
                with groups as materialized (%s)
                select * from (
                    select %splace, %s
                    from (%s) sums join groups on id = series %s
                    group by %splace order by %splace limit ?) page
                join (select distinct %s from groups) words using (place)
                order by %splace
                """.formatted(groups, bucket, measured, rows, later, bucket, bucket, words, bucket);
        return new Statement(sql, List.copyOf(parameters));
    }

    // series with the place of their group; and whether that comes after the last page's in the same bucket
    private static String groups(Question question, List<Object> parameters) {
        var by = question.by().stream().map(Dimension::label).collect(Collectors.joining(", "));
        var after = question.after();
        var isLater = "true";
        if (after != null && !by.isEmpty()) {
            isLater = "(%s) > (%s)".formatted(by, String.join(", ", Collections.nCopies(after.values().size(), "?")));
            parameters.addAll(after.values());
        } else if (after != null) {
            isLater = "false";
        }
        var conditions = new StringBuilder("true");
        question.only().forEach((dimension, value) -> {
            conditions.append(" and ").append(dimension.label()).append(" = ?");
            parameters.add(value);
        });
        if (question.cached() != null) {
            conditions.append(" and cached = ?");
            parameters.add(question.cached());
        }
        return "select id, cached, %s as fine, %s as later, %s as place%s from series where %s"
                .formatted(
                        Measure.FINE,
                        isLater,
                        by.isEmpty() ? "1" : "dense_rank() over (order by %s)".formatted(by),
                        by.isEmpty() ? "" : ", " + by,
                        conditions);
    }

    private static String rows(Report report, Question question, List<Object> parameters) {
        var columns = Stream.concat(
                        report.sums().isEmpty() ? Stream.of() : Stream.of("requests, attempts, units, cost"),
                        report.hasLatency() ? Stream.of("latency") : Stream.of())
                .collect(Collectors.joining(", "));
        return Segment.of(question.from(), question.to(), question.bucket()).stream()
                .map(segment -> {
                    parameters.add(segment.from().toString());
                    parameters.add(segment.to().toString());
                    return "select bucket, series, %s from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz"
                            .formatted(columns, segment.grain().table());
                })
                .collect(Collectors.joining(" union all "));
    }

    private static String later(Question question, List<Object> parameters) {
        var after = question.after();
        if (after == null) {
            return "";
        }
        if (after.bucket() == null) {
            return "and later";
        }
        parameters.add(after.bucket().toString());
        parameters.add(after.bucket().toString());
        return "and bucket >= ?::timestamptz and (later or bucket > ?::timestamptz)";
    }
}
