package dev.universalapi.analytics.intake;

import dev.universalapi.analytics.usage.Partitions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Keeps partitions made ahead and dropped in time: at start and every hour.
final class Sweeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final Partitions partitions;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("sweeping").factory());

    Sweeping(Partitions partitions) {
        this.partitions = partitions;
    }

    void start() {
        var _ = clock.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
    }

    private void sweep() {
        try {
            partitions.sweep();
        } catch (DataAccessException | TransactionException away) {
            LOG.atWarn().setCause(away).log("Partitions of usage were not looked after; the next try is in an hour");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
