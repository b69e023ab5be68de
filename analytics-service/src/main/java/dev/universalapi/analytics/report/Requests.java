package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Positions;
import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The requests of an organisation, the latest first.
final class Requests {
    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    /// What came of a request.
    ///
    /// @param id of the request
    /// @param at when it was answered
    /// @param key the id of the key that was used
    /// @param provider who answered, or was asked last
    /// @param outcome `ok`, `timeout`
    /// @param cached whether the answer came out of the cache
    /// @param attempts how many calls it took
    /// @param units of the provider's, of the last call
    /// @param costUsd of the last call
    /// @param explain where the whole story is told, for 24 hours
    record Request(
            String id,
            Instant at,
            String key,
            String operation,
            String provider,
            String outcome,
            boolean cached,
            int attempts,
            long units,
            String unit,
            BigDecimal costUsd,
            long latencyMillis,
            String explain) {}

    /// @param next the cursor of the next page; null at the end
    record Meta(Instant from, Instant to, @Nullable String next) {}

    /// A page of requests.
    record Listed(List<Request> data, Meta meta) {}

    Requests(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    private record Found(String event, Request request) {}

    Listed list(String organisation, Question question) {
        var found = tenants.reading(organisation, () -> find(question));
        var more = found.size() > question.limit();
        var page = more ? found.subList(0, question.limit()) : found;
        var next = more ? Positions.write(position(page.getLast())) : null;
        return new Listed(page.stream().map(Found::request).toList(), new Meta(question.from(), question.to(), next));
    }

    private static Question.Position position(Found last) {
        return new Question.Position(last.request().at(), List.of(last.event()));
    }

    private List<Found> find(Question question) {
        var parameters = new ArrayList<Object>(List.of(
                question.from().toString(), question.to().toString(), day(question.from()), day(question.to())));
        var conditions = new StringBuilder();
        var after = question.after();
        if (after != null) {
            conditions.append(" and (usage.at, usage.event) < (?::timestamptz, ?)");
            parameters.add(String.valueOf(after.bucket()));
            parameters.add(after.values().getFirst());
        }
        question.only().forEach((dimension, value) -> {
            conditions.append(" and series.").append(dimension.label()).append(" = ?");
            parameters.add(value);
        });
        if (question.cached() != null) {
            conditions.append(" and series.cached = ?");
            parameters.add(question.cached());
        }
        parameters.add(question.limit() + 1);
        return jdbc.sql("""
                        select usage.event, usage.at, usage.attempt, usage.units, usage.unit, trim_scale(usage.cost) as cost,
                            usage.latency_millis, series.key, series.operation, series.provider, series.outcome, series.cached
                        from usage join series on series.id = usage.series
                        where usage.settles and usage.at >= ?::timestamptz and usage.at < ?::timestamptz
                            and usage.day >= ?::date and usage.day <= ?::date %s
                        order by usage.at desc, usage.event desc limit ?
                        """.formatted(conditions))
                .params(parameters)
                .query((row, _) -> found(row))
                .list();
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static Found found(ResultSet row) throws SQLException {
        var event = row.getString("event");
        var id = event.substring(0, Math.max(0, event.lastIndexOf('#')));
        return new Found(
                event,
                new Request(
                        id,
                        row.getTimestamp("at").toInstant(),
                        row.getString("key"),
                        row.getString("operation"),
                        row.getString("provider"),
                        row.getString("outcome"),
                        row.getBoolean("cached"),
                        row.getInt("attempt"),
                        row.getLong("units"),
                        row.getString("unit"),
                        row.getBigDecimal("cost"),
                        row.getLong("latency_millis"),
                        "/api/requests/%s/explain".formatted(URLEncoder.encode(id, StandardCharsets.UTF_8))));
    }
}
