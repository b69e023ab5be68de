package dev.universalapi.providers.weather;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the air holds right now at one place.
///
/// Concentrations are what all providers agree on; indices differ by country and provider, so only the two that
/// have one definition each are here. The models behind compute on 10 to 40 km, so places are asked on a grid of
/// 0.1 degrees.
@Operation(path = "weather/air-quality", summary = "Air quality at a place")
public record AirQuality(
        @About("degrees north, rounded to 1 decimal") @Latitude @Grid("0.1") @Example("48.9")
        double latitude,

        @About("degrees east, rounded to 1 decimal") @Longitude @Grid("0.1") @Example("2.4")
        double longitude)
        implements Query<AirQuality.Answer> {

    /// The air at `observedAt`, near the ground.
    public record Answer(
            @About("particles below 2.5 micrometres, micrograms per cubic metre")
            double pm25MicrogramsPerCubicMetre,

            @About("particles below 10 micrometres, micrograms per cubic metre")
            double pm10MicrogramsPerCubicMetre,

            @About("ozone, micrograms per cubic metre") @Nullable
            Double ozoneMicrogramsPerCubicMetre,

            @About("nitrogen dioxide, micrograms per cubic metre") @Nullable
            Double nitrogenDioxideMicrogramsPerCubicMetre,

            @About("sulphur dioxide, micrograms per cubic metre") @Nullable
            Double sulphurDioxideMicrogramsPerCubicMetre,

            @About("carbon monoxide, micrograms per cubic metre") @Nullable
            Double carbonMonoxideMicrogramsPerCubicMetre,

            @About("European Air Quality Index, 0 (good) to 100 and beyond (extremely poor)") @Nullable
            Integer europeanIndex,

            @About("US Air Quality Index, 0 (good) to 500 (hazardous)") @Nullable
            Integer usIndex,

            @About("the moment that this is the air of") Instant observedAt) {}
}
