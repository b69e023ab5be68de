package dev.universalapi.providers.travel;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// The aircraft around a place right now.
///
/// Places are asked on a grid of 0.01 degrees: an aircraft flies that far in five seconds.
@Operation(path = "travel/aircraft-nearby", summary = "Aircraft around a place now")
public record AircraftNearby(
        @About("degrees north, rounded to 2 decimals") @Latitude @Grid("0.01") @Example("51.47")
        double latitude,

        @About("degrees east, rounded to 2 decimals") @Longitude @Grid("0.01") @Example("-0.45")
        double longitude,

        @About("how far around, kilometres") @Range(min = 1, max = 450) @Default("50") @Example("20")
        int radiusKilometres,

        @About("how many aircraft at most") @Range(min = 1, max = 500) @Default("100") @Example("100")
        int limit)
        implements Query<AircraftNearby.Answer> {

    /// Those whose place is known.
    public record Answer(
            @About("one an aircraft, in no order") List<AircraftPosition.Answer> aircraft) {
        public Answer {
            aircraft = List.copyOf(aircraft);
        }
    }
}
