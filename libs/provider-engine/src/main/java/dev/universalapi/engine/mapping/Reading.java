package dev.universalapi.engine.mapping;

import dev.universalapi.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// What a provider's response comes to.
public sealed interface Reading {

    /// [Outcome#OK] or [Outcome#EMPTY] for an answer, else how it failed.
    Outcome outcome();

    /// The contract is met.
    ///
    /// @param leftOut how many elements of lists did not meet it
    record Answer(Outcome outcome, Record value, int leftOut) implements Reading {}

    /// There is no answer.
    ///
    /// @param message what the provider said, or which component fails and why; null where nothing is known but
    ///   the status
    record Failure(Outcome outcome, @Nullable String message) implements Reading {}
}
