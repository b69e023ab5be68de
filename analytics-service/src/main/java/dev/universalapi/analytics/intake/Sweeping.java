package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.usage.Partitions;
import dev.universalapi.platform.tenant.Database;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Keeps partitions made ahead and dropped in time, and with the last of them their series: at start and every hour.
final class Sweeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final Partitions partitions;
    private final UnusedSeries series;
    private final Database database;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweeping").factory());

    Sweeping(Partitions partitions, UnusedSeries series, Database database) {
        this.partitions = partitions;
        this.series = series;
        this.database = database;
    }

    void start() {
        clock.execute(this::begin);
    }

    private void begin() {
        try {
            database.awaitTables();
            var _ = clock.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Once.
    void sweep() {
        try {
            if (partitions.sweep()) {
                series.remove();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.atWarn().setCause(away).log("Partitions of usage were not looked after; the next try is in an hour");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
