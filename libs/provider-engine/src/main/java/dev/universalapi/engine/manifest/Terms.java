package dev.universalapi.engine.manifest;

import org.jspecify.annotations.Nullable;

/// What we may do with a provider's data.
///
/// @param cache whether an answer may be kept
/// @param attribution what must be shown with its data
public record Terms(
        Commercial commercial, boolean cache, @Nullable String attribution) {

    /// Whether its data may be used to earn money.
    public enum Commercial {
        ALLOWED,
        RESTRICTED,
        FORBIDDEN
    }
}
