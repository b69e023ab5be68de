package dev.universalapi.launcher.process;

import java.time.Duration;
import java.time.Instant;

/// How long to wait before a dead child is started again: 1, 2, 4 … 30 s, and from the beginning once it lived a
/// minute.
final class Pauses {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private Duration next = Duration.ofSeconds(1);

    /// The pause after a life from one moment to another.
    Duration after(Instant started, Instant died) {
        if (Duration.between(started, died).compareTo(HEALTHY) >= 0) {
            next = Duration.ofSeconds(1);
        }
        var pause = next;
        next = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        return pause;
    }
}
