package dev.universalapi.providers.name;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import org.jspecify.annotations.Nullable;

/// Whether those who bear a first name are rather women or men. A guess over many, never a fact about one.
@Operation(path = "name/gender", summary = "Whether a first name is rather female or male")
public record GenderByName(
        @About("a first name, in any case") @Trimmed @AnyCase @Length(max = 100) @Example("Camille")
        String name,

        @About("the country that the bearers live in, by its ISO 3166-1 alpha-2 code; the world when left out")
        @Matches("[A-Z]{2}")
        @Nullable
        String country)
        implements Query<GenderByName.Answer> {

    /// The more frequent of the two in a sample.
    public record Answer(
            @About("the name, as it was understood") String name,
            @About("what most of them are") Gender gender,

            @About("the share of them that is, from 0.5 to 1")
            double probability,

            @About("how many of that name it was counted over")
            long sampleSize,

            @About("the country that they live in, by its ISO 3166-1 alpha-2 code; null for the world") @Nullable
            String country) {}
}
