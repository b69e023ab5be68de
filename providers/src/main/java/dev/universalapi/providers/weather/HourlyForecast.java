package dev.universalapi.providers.weather;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The weather hour by hour at one place, the present hour first. Metric units, always.
///
/// Places are asked on the grid of [CurrentWeather].
@Operation(path = "weather/hourly", summary = "Weather of the hours to come at a place")
public record HourlyForecast(
        @About("degrees north, rounded to 2 decimals") @Latitude @Grid("0.01") @Example("48.85")
        double latitude,

        @About("degrees east, rounded to 2 decimals") @Longitude @Grid("0.01") @Example("2.35")
        double longitude,

        @About("how many hours, the present one included") @Range(min = 1, max = 168) @Default("24") @Example("6")
        int limit)
        implements Query<HourlyForecast.Answer> {

    /// At most the hours that were asked for: a provider may know fewer.
    public record Answer(@About("one an hour, in order") List<Hour> hours) {
        public Answer {
            hours = List.copyOf(hours);
        }
    }

    /// One hour.
    public record Hour(
            @About("when the hour begins") Instant startsAt,

            @About("air temperature 2 metres above ground as it begins, degrees Celsius")
            double temperatureCelsius,

            @About("what it feels like then, degrees Celsius") @Nullable
            Double feelsLikeCelsius,

            @About("relative humidity then, percent") @Nullable
            Double humidityPercent,

            @About("how likely it rains or snows, percent") @Nullable
            Double precipitationProbabilityPercent,

            @About("rain and melted snow within an hour, millimetres") @Nullable
            Double precipitationMillimetres,

            @About("mean wind 10 metres above ground, metres per second")
            double windMetresPerSecond,

            @About("where the wind comes from, degrees clockwise from north") @Nullable
            Double windFromDegrees,

            @About("what the sky does") Condition condition) {}
}
