package dev.universalapi.gateway.admission;

import java.time.Duration;

/// How fast seats become free: those of the last whole second, and of this one.
final class Departures {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long began;
    private long now;
    private long before;

    void one(long nanos) {
        turn(nanos);
        now++;
    }

    /// How long so many take; a second each where none has left lately.
    Duration time(long many, long nanos) {
        turn(nanos);
        var each = SECOND / Math.max(1, Math.max(now, before));
        return Duration.ofNanos(each * many);
    }

    private void turn(long nanos) {
        var since = nanos - began;
        if (since >= SECOND) {
            before = since < 2 * SECOND ? now : 0;
            now = 0;
            began = nanos;
        }
    }
}
