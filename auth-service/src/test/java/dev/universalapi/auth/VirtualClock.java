package dev.universalapi.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time of day, and as much later as a test says.
public final class VirtualClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    public synchronized void advance(Duration time) {
        ahead = ahead.plus(time);
    }
}
