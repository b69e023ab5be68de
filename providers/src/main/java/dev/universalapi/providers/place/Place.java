package dev.universalapi.providers.place;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// One place. Its parts are named as OpenStreetMap's contributors name them; countries without states, or places
/// without streets, have none.
public record Place(
        @About("OpenStreetMap's own name for it, its type and number, as in relation/7444") @Nullable
        String id,

        @About("what to call it: its name, or its address where it has no name")
        String name,

        @About("all of its address on one line, in the order of its country") @Nullable
        String address,

        @About("what it is, in the provider's words: house, street, city, museum") @Nullable
        String kind,

        @About("degrees north") double latitude,
        @About("degrees east") double longitude,
        @About("number within the street") @Nullable String houseNumber,
        @About("the street") @Nullable String street,
        @About("the quarter of the town") @Nullable String district,
        @About("city, town or village") @Nullable String city,

        @About("county, or what its country has in its place") @Nullable
        String county,

        @About("state, or what its country has in its place: region, province") @Nullable
        String state,

        @About("the postal code, as its country writes it") @Nullable
        String postcode,

        @About("the country, in the language asked for") @Nullable
        String country,

        @About("the country, by its ISO 3166-1 alpha-2 code") @Nullable
        String countryCode,

        @About("the page that shows it") @Nullable URI url) {}
