package dev.universalapi.engine;

import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.choice.Choice;
import dev.universalapi.engine.receipt.Attempt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of asking providers.
///
/// @param receipt the id of the request for which they were asked
/// @param tried in order; the last one decides
/// @param verdict what is told where nobody answered; null where somebody did
record Pursued(
        String receipt,
        Choice choice,
        List<Tried> tried,
        @Nullable Verdict verdict) {
    /// The attempt that brought the answer, where one did.
    Optional<Tried> answered() {
        return tried.isEmpty() || verdict != null ? Optional.empty() : Optional.of(tried.getLast());
    }

    List<Attempt> attempts() {
        return tried.stream().map(Tried::attempt).toList();
    }
}
