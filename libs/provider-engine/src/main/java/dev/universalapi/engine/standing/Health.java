package dev.universalapi.engine.standing;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a provider stands at one moment. Immutable: the choice reads it and waits for nobody.
///
/// @param calls how many calls it is drawn from, decayed; below one, nothing is known
/// @param latencyMillis peak-EWMA of calls that brought an answer; an error never makes a provider look fast
/// @param p50Millis half of the calls that brought an answer took at most this; 0 while nothing is known
/// @param p95Millis the same of 95 in 100
/// @param errorRate decayed share, 0 to 1, of calls for which the provider is to blame
/// @param quality decayed share, 0 to 1, of answers that met the contract; 1 while nothing is known
/// @param breaker whether calls are let through
/// @param openUntil when an open breaker lets a probe through; null unless open
/// @param share of the traffic it may get, 0 to 1: below 1 while it starts slowly after a recovery
/// @param permit whether a call would get a permit now without waiting
public record Health(
        double calls,
        double latencyMillis,
        long p50Millis,
        long p95Millis,
        double errorRate,
        double quality,
        Breaker breaker,
        @Nullable Instant openUntil,
        double share,
        boolean permit) {
    /// Nothing is known, so nothing is held against it.
    public static final Health UNKNOWN = new Health(0, 0, 0, 0, 0, 1, Breaker.CLOSED, null, 1, true);

    /// Whether calls are let through.
    public enum Breaker {
        CLOSED,
        HALF_OPEN,
        OPEN;

        /// As on pages: `half-open`.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
