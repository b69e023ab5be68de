package dev.universalapi.launcher.process;

import java.time.Duration;

/// How long to wait before a dead child is started again: 1, 2, 4 … 30 s, and from the beginning after a healthy
/// minute.
final class Pauses {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private Duration next = SHORTEST;

    /// The pause after a death.
    ///
    /// @param health how long the child had been ready
    Duration after(Duration health) {
        if (health.compareTo(HEALTHY) >= 0) {
            next = SHORTEST;
        }
        var pause = next;
        var twice = pause.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return pause;
    }
}
