package dev.universalapi.engine.receipt;

import org.jspecify.annotations.Nullable;

/// A provider that has the operation.
///
/// @param removedBy the filter that took it out: `no-credential`, `unsupported`, `route`; null if it may be asked
/// @param reason one sentence for people
public record Candidate(
        String provider,
        @Nullable String removedBy,
        @Nullable String reason) {}
