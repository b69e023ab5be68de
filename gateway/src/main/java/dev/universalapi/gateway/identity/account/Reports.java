package dev.universalapi.gateway.identity.account;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells auth-service now and then what was seen here, and the rest before the gateway ends; away from the event loops.
final class Reports implements AutoCloseable {
    private final Uses uses;
    private final Failures failures;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reports").factory());

    Reports(Uses uses, Failures failures, Duration every) {
        this.uses = uses;
        this.failures = failures;
        var _ = scheduler.scheduleWithFixedDelay(
                this::report, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void report() {
        uses.report();
        failures.report();
    }

    @Override
    public void close() {
        scheduler.shutdown();
        report();
    }
}
