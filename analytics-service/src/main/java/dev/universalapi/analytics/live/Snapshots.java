package dev.universalapi.analytics.live;

import dev.universalapi.analytics.usage.Grain;
import dev.universalapi.analytics.usage.Latencies;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks at the latest usage of an organisation. Every replica sees what any of them counted.
final class Snapshots {
    private final TenantTransactions tenants;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Snapshots(TenantTransactions tenants, JdbcClient jdbc, InstantSource clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Snapshot of(String organisation) {
        var now = clock.instant();
        var since = Grain.MINUTE.floor(now).minus(Duration.ofMinutes(1));
        return Objects.requireNonNull(tenants.reading(
                organisation,
                () -> jdbc.sql("""
                        select requests, attempts, cost, latency, cached,
                            outcome not in ('ok', 'empty', 'not-found') as failed
                        from usage_minute sums join series on series.id = sums.series where bucket >= ?::timestamptz
                        """).param(since.toString()).query(rows -> {
                    var sum = new Sum();
                    while (rows.next()) {
                        sum.add(rows);
                    }
                    return new Snapshot(
                            now,
                            since,
                            sum.requests,
                            sum.attempts,
                            sum.cached,
                            sum.failed,
                            sum.cost,
                            sum.quantile(0.5),
                            sum.quantile(0.99));
                })));
    }

    private static final class Sum {
        private final Latencies latencies = new Latencies();
        private long requests;
        private long attempts;
        private long cached;
        private long failed;
        private BigDecimal cost = BigDecimal.ZERO;

        void add(ResultSet row) throws SQLException {
            requests += row.getLong("requests");
            attempts += row.getLong("attempts");
            cached += row.getBoolean("cached") ? row.getLong("requests") : 0;
            failed += row.getBoolean("failed") ? row.getLong("requests") : 0;
            cost = cost.add(row.getBigDecimal("cost"));
            latencies.add(row.getBytes("latency"));
        }

        @Nullable
        Long quantile(double share) {
            return latencies.count() == 0 ? null : Math.round(latencies.quantile(share));
        }
    }
}
