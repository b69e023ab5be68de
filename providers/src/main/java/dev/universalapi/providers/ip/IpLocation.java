package dev.universalapi.providers.ip;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import org.jspecify.annotations.Nullable;

/// Where an address of the Internet is, as far as its registry and measurements tell: the country is nearly always
/// right, the city often, and the coordinates are of a city or region, never of a person.
@Operation(path = "ip/locate", summary = "Where an IP address is")
public record IpLocation(
        @About("an IPv4 or IPv6 address of the public Internet")
        @Trimmed
        @AnyCase
        @Matches("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f:]{2,39}([0-9]{1,3}([.][0-9]{1,3}){3})?")
        @Example("8.8.8.8")
        String ip)
        implements Query<IpLocation.Answer> {

    /// What is known of it.
    public record Answer(
            @About("the address") String ip,

            @About("the country, by its ISO 3166-1 alpha-2 code")
            String countryCode,

            @About("the country, in English") @Nullable String country,
            @About("state or region") @Nullable String region,
            @About("city") @Nullable String city,

            @About("the postal code, as its country writes it") @Nullable
            String postcode,

            @About("degrees north, of the city or region") @Nullable
            Double latitude,

            @About("degrees east, of the city or region") @Nullable
            Double longitude,

            @About("the time zone there, by its IANA name") @Nullable
            String timeZone,

            @About("the organisation whose network it belongs to; some write its number first: AS15169 Google LLC")
            @Nullable
            String network) {}
}
