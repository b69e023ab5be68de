package dev.universalapi.providers.medicine;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// What people who took a drug reported, the most frequent first. A report proves neither that the drug was the
/// cause nor how often it happens.
@Operation(path = "medicine/adverse-reaction", summary = "Reactions reported of a drug, by number of reports")
public record AdverseReactions(
        @About("brand or generic name of the drug")
        @Trimmed
        @AnyCase
        @Length(max = 100)
        @Matches(".*[A-Za-z0-9].*")
        @Example("ibuprofen")
        String drug,

        @About("how many reactions at most") @Range(min = 1, max = 50) @Default("10") @Example("5")
        int limit)
        implements Query<AdverseReactions.Answer> {

    /// Counts of reports.
    public record Answer(
            @About("the reactions, the most frequent first") List<Reaction> reactions) {
        public Answer {
            reactions = List.copyOf(reactions);
        }
    }

    /// One reaction.
    public record Reaction(
            @About("the reaction, by its MedDRA preferred term")
            String name,

            @About("how many reports name it") int reportCount) {}
}
