package dev.universalapi.engine.mapping;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.page.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a provider's response comes to.
public sealed interface Reading {

    /// [Outcome#OK] or [Outcome#EMPTY] for an answer, else how it failed.
    Outcome outcome();

    /// The contract is met.
    ///
    /// @param leftOut how many elements of lists did not meet it
    /// @param spent what the call took, by unit, as far as only the response tells
    /// @param next where the provider's list goes on; null at its end
    record Answer(
            Outcome outcome,
            Record value,
            int leftOut,
            Map<String, Long> spent,
            @Nullable Position next) implements Reading {
        public Answer {
            spent = Map.copyOf(spent);
        }

        /// One that tells nothing of what it took, and does not go on.
        public Answer(Outcome outcome, Record value, int leftOut) {
            this(outcome, value, leftOut, Map.of(), null);
        }

        /// The same, and what the call took.
        Answer spending(Map<String, Long> spent) {
            return new Answer(outcome, value, leftOut, spent, next);
        }
    }

    /// There is no answer.
    ///
    /// @param message what the provider said, or which component fails and why; null where nothing is known but
    ///   the status
    record Failure(Outcome outcome, @Nullable String message) implements Reading {}
}
