package dev.universalapi.engine.quota;

import java.time.Instant;

/// Whether a call may be sent.
public sealed interface Grant {
    /// It may, and is counted.
    record Granted() implements Grant {}

    /// It must not; nothing was counted.
    ///
    /// @param until when it makes sense to ask again
    /// @param resting whether the provider said so, rather than its declared quota
    /// @param reason one sentence for people
    record Refused(Instant until, boolean resting, String reason) implements Grant {}
}
