package dev.universalapi.providers.place;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// What is at a point: the nearest address or thing with a name.
///
/// Points are asked on a grid of 0.00001 degrees, 1.1 m at most, so that neighbouring houses stay apart.
@Operation(path = "place/reverse", summary = "The place at a point")
public record PlaceAtPoint(
        @About("degrees north, rounded to 5 decimals") @Latitude @Grid("0.00001") @Example("45.75769")
        double latitude,

        @About("degrees east, rounded to 5 decimals") @Longitude @Grid("0.00001") @Example("4.83204")
        double longitude,

        @About("the language to name it in, by its BCP 47 tag")
        @Matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        @Default("en")
        @Example("en")
        String language)
        implements Query<PlaceAtPoint.Answer> {

    /// The nearest.
    public record Answer(
            @About("what is there, at its own coordinates, which are near the ones asked")
            Place place) {}
}
