package dev.universalapi.providers.travel;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an aircraft is right now, as receivers on the ground hear it say.
@Operation(path = "travel/aircraft", summary = "Where an aircraft is now")
public record AircraftPosition(
        @About("the address of its transponder (ICAO 24-bit), six hexadecimal digits in lower case")
        @Matches("[0-9a-f]{6}")
        @Example("3c6444")
        String icao24)
        implements Query<AircraftPosition.Answer> {

    /// What it said last. An aircraft that nobody hears is not found.
    public record Answer(
            @About("the address of its transponder") String icao24,

            @About("what its crew is called by: often the flight's number with the airline's ICAO code") @Nullable
            String callsign,

            @About("its registration, as painted on it") @Nullable
            String registration,

            @About("its type, by its ICAO designator") @Nullable
            String type,

            @About("degrees north") double latitude,
            @About("degrees east") double longitude,
            @About("whether it is on the ground") boolean onGround,

            @About("by air pressure, metres above the standard sea") @Nullable
            Double altitudeMetres,

            @About("over ground, metres per second") @Nullable
            Double speedMetresPerSecond,

            @About("where it is heading over ground, degrees clockwise from north") @Nullable
            Double trackDegrees,

            @About("climbing, or sinking where negative, metres per second") @Nullable
            Double climbMetresPerSecond,

            @About("when it was heard, to some seconds") Instant observedAt) {}
}
