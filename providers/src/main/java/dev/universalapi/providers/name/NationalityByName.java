package dev.universalapi.providers.name;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.util.List;

/// Where those who bear a last name come from. A guess over many, never a fact about one.
@Operation(path = "name/nationality", summary = "Where people of a last name come from")
public record NationalityByName(
        @About("a last name, in any case") @Trimmed @AnyCase @Length(max = 100) @Example("Nguyen")
        String name) implements Query<NationalityByName.Answer> {

    /// The likeliest countries by a sample.
    public record Answer(
            @About("the name, as it was understood") String name,

            @About("how many of that name it was counted over")
            long sampleSize,

            @About("the likeliest first") List<Guess> countries) {
        public Answer {
            countries = List.copyOf(countries);
        }
    }

    /// One country, and how likely it is.
    public record Guess(
            @About("ISO 3166-1 alpha-2 code") String country,

            @About("the share of the bearers that comes from there, from 0 to 1")
            double probability) {}
}
