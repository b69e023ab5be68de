package dev.universalapi.providers.weather;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the weather is right now at one place. Metric units, always.
@Operation(path = "weather/current", summary = "Current weather at a place")
public record CurrentWeather(
        @About("degrees north, rounded to 4 decimals") @Latitude @Example("48.85")
        double latitude,

        @About("degrees east, rounded to 4 decimals") @Longitude @Example("2.35")
        double longitude)
        implements Query<CurrentWeather.Answer> {

    public CurrentWeather {
        latitude = Grid.nearest(latitude);
        longitude = Grid.nearest(longitude);
    }

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
