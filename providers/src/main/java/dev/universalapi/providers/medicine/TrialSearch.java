package dev.universalapi.providers.medicine;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clinical trials that words lead to.
@Operation(path = "medicine/trial-search", summary = "Clinical trials by words")
public record TrialSearch(
        @About("words to look for: a disease, a drug, a sponsor, a place")
        @Trimmed
        @Length(min = 1, max = 200)
        @Example("melanoma pembrolizumab")
        String query,

        @About("only trials that are this far; all where it is left out") @Example("RECRUITING")
        Trial.@Nullable Status status,

        @About("how many trials at most") @Range(min = 1, max = 50) @Default("10") @Example("5")
        int limit)
        implements Query<TrialSearch.Answer> {

    /// What was found, the most relevant first.
    public record Answer(
            @About("the trials, the most relevant first") List<Trial> trials,

            @About("how many there are in all, where the provider says so") @Nullable
            Long total) {
        public Answer {
            trials = List.copyOf(trials);
        }
    }
}
