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

/// How old those who bear a first name are. A guess over many, never a fact about one.
@Operation(path = "name/age", summary = "How old people of a first name are")
public record AgeByName(
        @About("a first name, in any case") @Trimmed @AnyCase @Length(max = 100) @Example("Camille")
        String name,

        @About("the country that the bearers live in, by its ISO 3166-1 alpha-2 code; the world when left out")
        @Matches("[A-Z]{2}")
        @Nullable
        String country)
        implements Query<AgeByName.Answer> {

    /// The mean of a sample.
    public record Answer(
            @About("the name, as it was understood") String name,
            @About("their mean age in years") int ageYears,

            @About("how many of that name it was counted over")
            long sampleSize,

            @About("the country that they live in, by its ISO 3166-1 alpha-2 code; null for the world") @Nullable
            String country) {}
}
