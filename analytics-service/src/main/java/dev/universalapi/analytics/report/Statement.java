package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.analytics.report.question.Segment;
import dev.universalapi.analytics.usage.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQL for a question, and its parameters in order. Everything in the text is of this program; what was sent is a
/// parameter.
///
/// Each series is given the place of its group among all groups first, so that rows, of which there are many, are
/// joined and added up by numbers; words are looked up for groups. Buckets are added up one after the other, as they
/// are fetched: who stops reading leaves the rest undone.
record Statement(String sql, List<Object> parameters) {
    /// Times differ too much for one plan to suit all.
    static final String SETTINGS = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    /// Into how many parts sketches of the whole time are cut, so that none is larger than what fits into memory
    /// beside others; what is one part of a group is a row of its own.
    private static final int PARTS = 64;

    /// Groups with what was measured, in the order of the question; all of them, however many are wanted.
    static Statement of(Report report, Question question) {
        var parameters = new ArrayList<Object>();
        var bucket = question.bucket();
        var groups = groups(question, parameters);
        var sql = bucket == null
                ? sums(report, rows(report, question, parameters) + parts(report))
                : byBucket(report, question, bucket, parameters);
        var words = Stream.concat(Stream.of("place"), question.by().stream().map(Dimension::label))
                .collect(Collectors.joining(", "));
        return new Statement("""
                with groups as materialized (%s), words as materialized (select distinct %s from groups)
                %s""".formatted(groups, words, sql), List.copyOf(parameters));
    }

    // series with the place of their group; and whether that comes after the last page's, in the same bucket
    private static String groups(Question question, List<Object> parameters) {
        var by = question.by().stream().map(Dimension::label).collect(Collectors.joining(", "));
        var after = question.after();
        var later = "true";
        if (after != null) {
            var holes = Collections.nCopies(after.values().size(), "?");
            later = by.isEmpty() ? "false" : "(%s) > (%s)".formatted(by, String.join(", ", holes));
            parameters.addAll(after.values());
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
        var place = by.isEmpty() ? "1 as place" : "dense_rank() over (order by %1$s) as place, %1$s".formatted(by);
        return "select id, cached, %s as fine, %s as later, %s from series where %s"
                .formatted(Measure.FINE, later, place, conditions);
    }

    // whole days, hours and minutes together
    private static String rows(Report report, Question question, List<Object> parameters) {
        var later = question.after() == null ? "" : " where later";
        var rows = Segment.of(question.from(), question.to()).stream()
                .map(segment -> {
                    parameters.add(segment.from().toString());
                    parameters.add(segment.to().toString());
                    return "select series, %s from %s where bucket >= ?::timestamptz and bucket < ?::timestamptz"
                            .formatted(columns(report), segment.grain().table());
                })
                .collect(Collectors.joining(" union all "));
        return "(%s) sums join groups on id = series%s".formatted(rows, later);
    }

    private static String parts(Report report) {
        return report.hasLatency()
                ? " group by place, series %% (select greatest(1, %d / count(*)) from words)".formatted(PARTS)
                : " group by place";
    }

    // the loop over buckets goes on from where the last page ended; it is their order, so nothing sorts them
    private static String byBucket(Report report, Question question, Grain bucket, List<Object> parameters) {
        var after = question.after();
        var first = after == null || after.bucket() == null ? question.from() : after.bucket();
        parameters.add(first.toString());
        parameters.add(bucket.after(question.to(), -1).toString());
        var later = "";
        if (after != null) {
            later = " and (later or buckets.bucket > ?::timestamptz)";
            parameters.add(String.valueOf(after.bucket()));
        }
        var rows = "%s sums join groups on id = series where sums.bucket = buckets.bucket%s"
                .formatted(bucket.table(), later);
        return "select * from generate_series(?::timestamptz, ?::timestamptz, '%d s') buckets(bucket) cross join lateral (%s) sums"
                .formatted(bucket.length().toSeconds(), sums(report, rows + " group by place"));
    }

    // what is added up does not know yet that it will be sorted, which would be sorting rows instead of groups
    private static String sums(Report report, String rows) {
        var measured = Stream.concat(
                        report.sums().stream().map(measure -> measure.sql() + " as \"" + measure.name() + '"'),
                        report.hasLatency() ? Stream.of("string_agg(latency, ''::bytea) as latency") : Stream.of())
                .collect(Collectors.joining(", "));
        return "select * from (select place, %s from %s offset 0) sums join words using (place) order by place"
                .formatted(measured, rows);
    }

    private static String columns(Report report) {
        return Stream.concat(
                        report.sums().isEmpty() ? Stream.of() : Stream.of("requests, attempts, units, cost"),
                        report.hasLatency() ? Stream.of("latency") : Stream.of())
                .collect(Collectors.joining(", "));
    }
}
