package dev.universalapi.providers.country;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// What a country is.
@Operation(path = "country/get", summary = "A country by its code")
public record CountryDetails(
        @About("the country, by its ISO 3166-1 alpha-2 code") @Matches("[A-Z]{2}") @Example("FR")
        String code) implements Query<CountryDetails.Answer> {

    /// What is known of it.
    public record Answer(@About("the country") Country country) {}
}
