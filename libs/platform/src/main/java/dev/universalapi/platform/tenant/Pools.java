package dev.universalapi.platform.tenant;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import com.zaxxer.hikari.util.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// Opens bounded pools of connections, with metrics `hikaricp.*` labelled by their name.
final class Pools {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration VALIDATING = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String url;
    private final String service;
    private final MeterRegistry registry;

    Pools(String url, String service, MeterRegistry registry) {
        this.url = url;
        this.service = service;
        this.registry = registry;
    }

    HikariDataSource open(String name, DatabaseProperties.Pool pool) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setCredentialsProvider(
                () -> new Credentials(pool.user(), pool.login().password()));
        config.setMaximumPoolSize(pool.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(pool.waiting().toMillis());
        config.setValidationTimeout(
                Math.min(VALIDATING.toMillis(), pool.waiting().toMillis()));
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        config.addDataSourceProperty("ApplicationName", service);
        config.addDataSourceProperty("connectTimeout", CONNECTING.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        // the database ends what takes too long; should the database itself be cut off, the socket does
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + pool.statement().toMillis() + " -c idle_in_transaction_session_timeout="
                        + pool.statement().plus(GRACE).toMillis());
        config.addDataSourceProperty(
                "socketTimeout", pool.statement().plus(GRACE).toSeconds());
        return new HikariDataSource(config);
    }
}
