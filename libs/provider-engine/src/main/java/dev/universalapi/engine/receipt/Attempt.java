package dev.universalapi.engine.receipt;

import dev.universalapi.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// One call, as it is told; or why one was not made.
///
/// @param millis from the decision to ask until the outcome was known, of a stream until its first part
/// @param status the HTTP status, where one came
/// @param message what the provider or the mapping said, without secrets
/// @param retryAfter seconds after which the provider may be asked again, where that is known
/// @param as null for an ordinary call; else one of [#RETRY], [#HEDGE], [#UNASKED]
public record Attempt(
        String provider,
        Outcome outcome,
        long millis,
        @Nullable Integer status,
        @Nullable String message,
        @Nullable Long retryAfter,
        @Nullable String as) {
    /// The same provider once more.
    public static final String RETRY = "retry";
    /// Asked while another, slow one was still expected to answer.
    public static final String HEDGE = "hedge";
    /// Not called: its breaker is open, its quota is spent, its credentials are refused, or it has enough to do.
    public static final String UNASKED = "unasked";

    /// An ordinary call.
    public Attempt(
            String provider,
            Outcome outcome,
            long millis,
            @Nullable Integer status,
            @Nullable String message,
            @Nullable Long retryAfter) {
        this(provider, outcome, millis, status, message, retryAfter, null);
    }

    /// Whether something left the house for it, or may have.
    public boolean called() {
        return !UNASKED.equals(as) && outcome != Outcome.UNSUPPORTED;
    }

    /// The same, told as something other than an ordinary call.
    public Attempt as(@Nullable String how) {
        return new Attempt(provider, outcome, millis, status, message, retryAfter, how);
    }
}
