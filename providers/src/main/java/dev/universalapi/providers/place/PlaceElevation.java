package dev.universalapi.providers.place;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// How high the ground is at a point. The surveys from space that all providers read tell one height for each 30 to
/// 90 m, so points are asked on a grid of 0.001 degrees.
@Operation(path = "place/elevation", summary = "Height of the ground at a point")
public record PlaceElevation(
        @About("degrees north, rounded to 3 decimals") @Latitude @Grid("0.001") @Example("45.833")
        double latitude,

        @About("degrees east, rounded to 3 decimals") @Longitude @Grid("0.001") @Example("6.865")
        double longitude)
        implements Query<PlaceElevation.Answer> {

    /// The height.
    public record Answer(
            @About("metres above sea level; at sea 0, or the depth below zero")
            double elevationMetres) {}
}
