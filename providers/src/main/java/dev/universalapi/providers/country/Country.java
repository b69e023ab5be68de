package dev.universalapi.providers.country;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One country or territory. Lists are empty where the provider does not know.
public record Country(
        @About("ISO 3166-1 alpha-2 code") String code,
        @About("ISO 3166-1 alpha-3 code") String alpha3Code,
        @About("its common name, in English") String name,
        @About("its official name, in English") @Nullable String officialName,

        @About("the part of the world, by the provider's own division") @Nullable
        String region,

        @About("a smaller part of the world, by the provider's own division") @Nullable
        String subregion,

        @About("its capital, where it has one") @Nullable Capital capital,
        @About("how many people live there") @Nullable Long population,

        @About("land and inland water, square kilometres") @Nullable
        Double areaSquareKilometres,

        @About("languages spoken, by their English names") List<String> languages,
        @About("currencies that one pays with there") List<Currency> currencies,

        @About("prefixes for calls from abroad, each with its +")
        List<String> callingCodes,

        @About("neighbours on land, by their ISO 3166-1 alpha-3 codes")
        List<String> borders,

        @About("a picture of its flag") @Nullable URI flagUrl) {
    public Country {
        languages = List.copyOf(languages);
        currencies = List.copyOf(currencies);
        callingCodes = List.copyOf(callingCodes);
        borders = List.copyOf(borders);
    }

    /// Where it is governed from.
    public record Capital(
            @About("its name, in English") String name,
            @About("degrees north") @Nullable Double latitude,
            @About("degrees east") @Nullable Double longitude) {}

    /// What one pays with.
    public record Currency(
            @About("ISO 4217 code") String code,
            @About("its name, in English") @Nullable String name,
            @About("its symbol") @Nullable String symbol) {}
}
