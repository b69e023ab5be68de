package dev.universalapi.engine.attempt;

import java.time.Duration;

/// How hard the ladder tries. Read anew for every question.
///
/// @param calls the most for one question
/// @param retryShare retries for each question, over time
/// @param retriesPerSecond retries that are always allowed
/// @param shortestBackOff before a retry
/// @param longestBackOff before a retry
/// @param hedgeShare second requests for each question, over time; 0 for none
/// @param hedgeBurst second requests that may have been saved up
/// @param hedgeKnown calls that must be known of a provider before its slowness is judged
/// @param hedgeFloor nobody is slow sooner than this
public record Effort(
        int calls,
        double retryShare,
        double retriesPerSecond,
        Duration shortestBackOff,
        Duration longestBackOff,
        double hedgeShare,
        double hedgeBurst,
        int hedgeKnown,
        Duration hedgeFloor) {
    /// For production.
    public static final Effort DEFAULT =
            new Effort(4, 0.15, 5, Duration.ofMillis(50), Duration.ofMillis(400), 0.02, 5, 20, Duration.ofMillis(20));
}
