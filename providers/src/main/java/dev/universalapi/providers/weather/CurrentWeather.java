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

/// What the weather is right now at one place. Metric units, always.
///
/// Places are asked on a grid of 0.01 degrees, 1.1 km at most: the finest models behind the providers compute on
/// 1 to 2 km, so that a finer place is noise, splits caches, and is refused by some (MET Norway answers 403 to a
/// fifth decimal). What it costs: on a steep slope a provider that corrects for height may know one a little
/// higher or lower.
@Operation(path = "weather/current", summary = "Current weather at a place")
public record CurrentWeather(
        @About("degrees north, rounded to 2 decimals") @Latitude @Grid("0.01") @Example("48.85")
        double latitude,

        @About("degrees east, rounded to 2 decimals") @Longitude @Grid("0.01") @Example("2.35")
        double longitude)
        implements Query<CurrentWeather.Answer> {

    /// The weather at `observedAt`.
    public record Answer(
            @About("air temperature 2 metres above ground, degrees Celsius")
            double temperatureCelsius,

            @About("what it feels like, degrees Celsius") @Nullable
            Double feelsLikeCelsius,

            @About("relative humidity, percent") @Nullable Double humidityPercent,

            @About("mean wind 10 metres above ground, metres per second")
            double windMetresPerSecond,

            @About("where the wind comes from, degrees clockwise from north") @Nullable
            Double windFromDegrees,

            @About("what the sky does") Condition condition,
            @About("the moment that this is the weather of") Instant observedAt) {}
}
