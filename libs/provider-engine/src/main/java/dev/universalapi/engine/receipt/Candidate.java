package dev.universalapi.engine.receipt;

import org.jspecify.annotations.Nullable;

/// A provider that has the operation.
///
/// @param removedBy the filter that took it out: `scope`, `switched-off`, `no-credential`, `unsupported`, `route`,
///     `price`, `dead-key`, `quota`, `resting`, `breaker`, `busy`, `slow`; null if it may be asked
/// @param reason one sentence for people: why it is out, or why it comes first where its score does not say so
/// @param score null if it is out
public record Candidate(
        String provider,
        @Nullable String removedBy,
        @Nullable String reason,
        @Nullable Score score) {}
