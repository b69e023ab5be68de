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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many an infectious disease has struck in a country, since it broke out.
@Operation(path = "medicine/outbreak", summary = "Figures of an outbreak in a country")
public record OutbreakFigures(
        @About("country, by its ISO 3166-1 alpha-2 code") @Matches("[A-Z]{2}") @Example("FR")
        String country,

        @About("the disease, by its usual English name")
        @Trimmed
        @AnyCase
        @Length(max = 100)
        @Default("covid-19")
        @Example("covid-19")
        String disease)
        implements Query<OutbreakFigures.Answer> {

    /// Sums since the outbreak began; those of a day are of the day of `updatedAt` so far.
    public record Answer(
            @About("country, by its ISO 3166-1 alpha-2 code")
            String country,

            @About("people known to have been infected") long caseCount,
            @About("people known to have died of it") long deathCount,

            @About("people known to have recovered") @Nullable
            Long recoveredCount,

            @About("people known to be ill now") @Nullable Long activeCount,

            @About("of these, in a critical state") @Nullable
            Long criticalCount,

            @About("tests made") @Nullable Long testCount,

            @About("infected that became known that day") @Nullable
            Long newCaseCount,

            @About("deaths that became known that day") @Nullable
            Long newDeathCount,

            @About("people who live there") @Nullable Long population,

            @About("when the provider last looked, where it says so") @Nullable
            Instant updatedAt) {}
}
