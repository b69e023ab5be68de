package dev.universalapi.host.live;

import dev.universalapi.engine.attempt.Effort;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How hard is tried for one question; may change at run time.
///
/// @param calls the most for one question, 1 to 10
/// @param retryShare retries for each question, over time, 0 to 1
/// @param retriesPerSecond retries that are always allowed
/// @param shortestBackOff before a retry
/// @param longestBackOff before a retry
/// @param hedgeShare second requests for each question, over time, 0 to 1; 0 for none
/// @param hedgeBurst second requests that may have been saved up
/// @param hedgeKnown calls that must be known of a provider before its slowness is judged
/// @param hedgeFloor nobody is slow sooner than this
@ConfigurationProperties("universal.live.attempt")
public record AttemptProperties(
        @DefaultValue("4") int calls,
        @DefaultValue("0.15") double retryShare,
        @DefaultValue("5") double retriesPerSecond,
        @DefaultValue("50ms") Duration shortestBackOff,
        @DefaultValue("400ms") Duration longestBackOff,
        @DefaultValue("0.02") double hedgeShare,
        @DefaultValue("5") double hedgeBurst,
        @DefaultValue("20") int hedgeKnown,
        @DefaultValue("20ms") Duration hedgeFloor) {
    private static final int MOST_CALLS = 10;
    private static final double MOST_A_SECOND = 1_000;

    public AttemptProperties {
        Bounds.require(calls >= 1 && calls <= MOST_CALLS, "calls must be 1 to 10");
        Bounds.share(retryShare, "retryShare");
        Bounds.require(
                retriesPerSecond >= 0 && retriesPerSecond <= MOST_A_SECOND, "retriesPerSecond must be 0 to 1000");
        Bounds.require(
                !shortestBackOff.isNegative() && longestBackOff.compareTo(shortestBackOff) >= 0,
                "shortestBackOff must be from 0 to longestBackOff");
        Bounds.share(hedgeShare, "hedgeShare");
        Bounds.require(hedgeBurst >= 0 && hedgeBurst <= MOST_A_SECOND, "hedgeBurst must be 0 to 1000");
        Bounds.require(hedgeKnown >= 1, "hedgeKnown must be at least 1");
        Bounds.time(hedgeFloor, "hedgeFloor");
    }

    /// As the engine has it.
    public Effort effort() {
        return new Effort(
                calls,
                retryShare,
                retriesPerSecond,
                shortestBackOff,
                longestBackOff,
                hedgeShare,
                hedgeBurst,
                hedgeKnown,
                hedgeFloor);
    }
}
