package dev.universalapi.engine.standing;

import dev.universalapi.engine.outcome.Outcome;
import java.time.Instant;

/// Whether a provider may be called now, as far as its standing goes.
public sealed interface Entry permits Entry.Barred, Pass {
    /// It must not be called.
    ///
    /// @param outcome what it comes to: a dead or resting credential, no permit, or a provider that is sick
    /// @param until when it may be called again
    /// @param reason one sentence for people
    record Barred(Outcome outcome, Instant until, String reason) implements Entry {}
}
