package dev.universalapi.engine.receipt;

import dev.universalapi.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// One call, as it is told.
///
/// @param millis from the decision to ask until the outcome was known
/// @param status the HTTP status, where one came
/// @param message what the provider or the mapping said, without secrets
/// @param retryAfter seconds after which the provider may be asked again, where it said so
public record Attempt(
        String provider,
        Outcome outcome,
        long millis,
        @Nullable Integer status,
        @Nullable String message,
        @Nullable Long retryAfter) {}
