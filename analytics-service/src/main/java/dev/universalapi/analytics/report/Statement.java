package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.analytics.report.question.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQL for a question, and its parameters in order. Everything in the text is of this program; what was sent is a
/// parameter.
///
/// Sums are added by the number of their series first, so that what is looked up and compared as words are groups,
/// not rows.
record Statement(String sql, List<Object> parameters) {

    /// Groups with their sums, in the order of the question.
    static Statement sums(Question question, List<Measure> measures) {
        var parameters = new ArrayList<Object>();
        var rows = segments(question, "requests, attempts, units, cost", parameters);
        // where rows are by bucket, no two of a series fall together
        var inner = question.bucket() == null ? """
                select series, sum(requests) as requests, sum(attempts) as attempts, sum(units) as units,
                    sum(cost) as cost
                from (%s) rows group by series""".formatted(rows) : rows;
        var told = measures.stream()
                .map(measure -> measure.sql() + " as \"" + measure.name() + '"')
                .collect(Collectors.joining(", "));
        var keys = keys(question);
        var sql = "select %s from (%s) sums join series on series.id = sums.series where %s%s%s limit ?"
                .formatted(
                        Stream.concat(keys.stream(), Stream.of(told)).collect(Collectors.joining(", ")),
                        inner,
                        conditions(question, parameters),
                        clause(" group by ", keys),
                        clause(" order by ", keys));
        parameters.add(question.limit());
        return new Statement(sql, parameters);
    }

    /// Groups with the sketches of their latencies, many rows a group, in the order of the question.
    static Statement sketches(Question question) {
        var parameters = new ArrayList<Object>();
        var keys = keys(question);
        var sql = "select %s from (%s) sums join series on series.id = sums.series where %s%s"
                .formatted(
                        Stream.concat(keys.stream(), Stream.of("latency")).collect(Collectors.joining(", ")),
                        segments(question, "latency", parameters),
                        conditions(question, parameters),
                        clause(" order by ", keys));
        return new Statement(sql, parameters);
    }

    private static String segments(Question question, String columns, List<Object> parameters) {
        return Segment.of(question.from(), question.to(), question.bucket()).stream()
                .map(segment -> {
                    parameters.add(segment.from().toString());
                    parameters.add(segment.to().toString());
                    return "select bucket, series, %s from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz"
                                    .formatted(columns, segment.grain().table())
                            + goingOn(question, parameters);
                })
                .collect(Collectors.joining(" union all "));
    }

    // what is before the page need not be added up
    private static String goingOn(Question question, List<Object> parameters) {
        var after = question.after();
        if (after == null || after.bucket() == null) {
            return "";
        }
        parameters.add(after.bucket().toString());
        return " and bucket >= ?::timestamptz";
    }

    private static String conditions(Question question, List<Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add("true");
        question.only().forEach((dimension, value) -> {
            conditions.add("series." + dimension.label() + " = ?");
            parameters.add(value);
        });
        if (question.cached() != null) {
            conditions.add("series.cached = ?");
            parameters.add(question.cached());
        }
        var after = question.after();
        if (after != null && !keys(question).isEmpty()) {
            var holes = new ArrayList<String>();
            if (after.bucket() != null) {
                holes.add("?::timestamptz");
                parameters.add(after.bucket().toString());
            }
            after.values().forEach(value -> {
                holes.add("?");
                parameters.add(value);
            });
            conditions.add("(%s) > (%s)".formatted(String.join(", ", keys(question)), String.join(", ", holes)));
        }
        return String.join(" and ", conditions);
    }

    private static List<String> keys(Question question) {
        return Stream.concat(
                        Stream.ofNullable(question.bucket()).map(_ -> "sums.bucket"),
                        question.by().stream().map(dimension -> "series." + dimension.label()))
                .toList();
    }

    private static String clause(String word, List<String> keys) {
        return keys.isEmpty() ? "" : word + String.join(", ", keys);
    }
}
