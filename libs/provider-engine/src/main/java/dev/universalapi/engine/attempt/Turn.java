package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import org.jspecify.annotations.Nullable;

/// One rung whose turn may come.
///
/// @param as as what it is asked; null for an ordinary call
record Turn(Provider provider, Rung rung, @Nullable String as) {
    Turn as(String how) {
        return new Turn(provider, rung, how);
    }

    boolean sameProvider(Turn other) {
        return provider.id().equals(other.provider.id());
    }

    /// What is told where no answer came.
    Tried failed(Outcome outcome, long millis, String message) {
        return Tried.failed(new Attempt(provider.id(), outcome, millis, null, message, null, as));
    }

    /// What is told where nobody was called.
    Tried unasked(Outcome outcome, long millis, String message, @Nullable Long retryAfter) {
        return Tried.unsent(new Attempt(provider.id(), outcome, millis, null, message, retryAfter, Attempt.UNASKED));
    }
}
