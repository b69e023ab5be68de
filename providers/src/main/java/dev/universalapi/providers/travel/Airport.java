package dev.universalapi.providers.travel;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import org.jspecify.annotations.Nullable;

/// An airport by its code: what it is called, and where it is.
@Operation(path = "travel/airport", summary = "An airport by its IATA code")
public record Airport(
        @About("its IATA code, as on a ticket") @Matches("[A-Z]{3}") @Example("LHR")
        String iata) implements Query<Airport.Answer> {

    /// One airport.
    public record Answer(
            @About("its IATA code") String iata,
            @About("its ICAO code") @Nullable String icao,
            @About("its name, in English") String name,
            @About("the city it serves") @Nullable String city,

            @About("its country, by its English name") @Nullable
            String country,

            @About("its country, by its ISO 3166-1 alpha-2 code") @Nullable
            String countryCode,

            @About("degrees north") double latitude,
            @About("degrees east") double longitude,
            @About("above the sea, metres") @Nullable Double elevationMetres,

            @About("its time zone, by its IANA name") @Nullable
            String timeZone) {}
}
