package dev.universalapi.providers.fun;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Advice in English that contains a text.
@Operation(path = "fun/advice-search", summary = "Advice that contains a word")
public record AdviceSearch(
        @About("what the advice contains, in any case") @Trimmed @AnyCase @Length(max = 200) @Example("friend")
        String query,

        @About("how many pieces at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<AdviceSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("what was found") List<Advice> advice,

            @About("how many there are in all, where the provider counts") @Nullable
            Long total) {
        public Answer {
            advice = List.copyOf(advice);
        }
    }

    /// One piece of advice.
    public record Advice(
            @About("the provider's own name for it") String id,
            @About("what to do, or not to do") String text,
            @About("the day that it was given") @Nullable LocalDate date) {}
}
