package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.receipt.Attempt;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One attempt that is over.
///
/// @param answer there if and only if the outcome is an answer
/// @param sample the query that the sandbox's answer was recorded for, when it is another than was asked
/// @param response the last that came, where one did
public record Tried(
        Attempt attempt,
        Reading.@Nullable Answer answer,
        @Nullable Map<String, Object> sample,
        @Nullable EgressResponse response) {

    /// One that brought no answer.
    static Tried failed(Attempt attempt) {
        return new Tried(attempt, null, null, null);
    }

    /// The same, told as something other than an ordinary call.
    Tried as(@Nullable String how) {
        return how == null ? this : new Tried(attempt.as(how), answer, sample, response);
    }
}
