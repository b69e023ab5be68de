package dev.universalapi.gateway.identity;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at the keys once a second, away from the event loops.
final class KeyPoll implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("keys").factory());

    KeyPoll(KeyFile keys) {
        keys.refresh();
        var _ = scheduler.scheduleWithFixedDelay(
                keys::refresh, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
