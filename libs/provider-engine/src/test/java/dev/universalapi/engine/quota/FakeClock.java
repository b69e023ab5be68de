package dev.universalapi.engine.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until it is told to go on.
final class FakeClock implements InstantSource {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
