package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// A piece of advice in English, another one each time.
@Operation(path = "fun/advice", summary = "A random piece of advice")
public record RandomAdvice() implements Query<RandomAdvice.Answer> {

    /// One piece of advice.
    public record Answer(
            @About("the provider's own name for it") String id,
            @About("what to do, or not to do") String text) {}
}
