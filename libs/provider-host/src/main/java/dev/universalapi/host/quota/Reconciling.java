package dev.universalapi.host.quota;

import dev.universalapi.engine.quota.CountedQuotas;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells other replicas every second what this one counted while it could not be heard.
public final class Reconciling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);

    private final List<CountedQuotas> quotas = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("quotas").factory());

    public Reconciling() {
        var _ = timer.scheduleWithFixedDelay(this::reconcile, 1, 1, TimeUnit.SECONDS);
    }

    public void add(CountedQuotas counted) {
        quotas.add(counted);
    }

    private void reconcile() {
        try {
            quotas.forEach(CountedQuotas::reconcile);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Quotas could not be told to other replicas");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
