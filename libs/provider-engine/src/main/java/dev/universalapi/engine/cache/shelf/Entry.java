package dev.universalapi.engine.cache.shelf;

import java.time.Duration;
import java.time.Instant;

/// An answer that is kept.
///
/// @param storedAt when it came from the provider; its age counts from here, wherever it is kept
/// @param freshUntil soft: afterwards it is renewed, and serves meanwhile
/// @param staleUntil hard: afterwards it serves nobody who can be answered otherwise
/// @param errorUntil until when it serves where nobody answers
public record Entry(Told told, Instant storedAt, Instant freshUntil, Instant staleUntil, Instant errorUntil) {

    /// How old the answer is; never negative, whatever the clocks of replicas say.
    public Duration age(Instant now) {
        return storedAt.isBefore(now) ? Duration.between(storedAt, now) : Duration.ZERO;
    }

    /// Whether it needs no renewing.
    public boolean fresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    /// Whether it serves without asking first.
    public boolean serves(Instant now) {
        return now.isBefore(staleUntil);
    }

    /// Whether it serves where nobody answers.
    public boolean servesOnError(Instant now) {
        return now.isBefore(errorUntil);
    }
}
