package dev.universalapi.engine.attempt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Stands still until it is told to go on; seen by all threads.
final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeClock.START);

    @Override
    public Instant instant() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
