package dev.universalapi.analytics.spent;

import dev.universalapi.platform.tenant.TenantTransactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What of an organisation's usage counts towards quotas: each request that gave what was asked for, once. One that
/// was answered by several providers at once was a universal search.
final class Spent {
    private static final String SQL = """
            select key, category, count(*) filter (where at >= ?::timestamptz) as day, count(*) as month
            from (
                select split_part(usage.event, '#', 1) as request, min(series.key) as key,
                    case when count(*) = 1 then min(series.category) else 'search' end as category,
                    max(usage.at) as at
                from usage join series on series.id = usage.series
                where usage.settles and series.outcome in ('ok', 'empty')
                    and usage.at >= ?::timestamptz and usage.day >= ?::date
                group by 1
            ) requests
            group by key, category order by key, category
            """;

    private final TenantTransactions tenants;
    private final JdbcClient jdbc;

    /// @param day requests since the day began
    /// @param month requests since the month began
    record Row(String key, String category, long day, long month) {}

    Spent(TenantTransactions tenants, JdbcClient jdbc) {
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /// By key and category, in the day and the month (UTC) that a moment lies in.
    List<Row> of(String organisation, Instant now) {
        var day = now.atZone(ZoneOffset.UTC).toLocalDate();
        var month = day.withDayOfMonth(1);
        return tenants.reading(
                organisation,
                () -> jdbc.sql(SQL)
                        .params(day + "T00:00:00Z", month + "T00:00:00Z", month.toString())
                        .query((row, _) -> new Row(
                                row.getString("key"),
                                row.getString("category"),
                                row.getLong("day"),
                                row.getLong("month")))
                        .list());
    }
}
