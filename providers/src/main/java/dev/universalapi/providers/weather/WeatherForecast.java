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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The weather of the days to come at one place, today first. Metric units, always.
///
/// Places are asked on the grid of [CurrentWeather].
@Operation(path = "weather/forecast", summary = "Weather of the days to come at a place")
public record WeatherForecast(
        @About("degrees north, rounded to 2 decimals") @Latitude @Grid("0.01") @Example("48.85")
        double latitude,

        @About("degrees east, rounded to 2 decimals") @Longitude @Grid("0.01") @Example("2.35")
        double longitude,

        @About("how many days, today included") @Range(min = 1, max = 16) @Default("7") @Example("3")
        int days)
        implements Query<WeatherForecast.Answer> {

    /// At most the days that were asked for: a provider may know fewer.
    public record Answer(
            @About("the time zone whose days these are, by its IANA name")
            String timeZone,

            @About("one a day, in order") List<Day> days) {
        public Answer {
            days = List.copyOf(days);
        }
    }

    /// One calendar day of the place.
    public record Day(
            @About("the calendar day, in the answer's time zone")
            LocalDate date,

            @About("lowest air temperature, degrees Celsius")
            double minimumCelsius,

            @About("highest air temperature, degrees Celsius")
            double maximumCelsius,

            @About("rain and melted snow, millimetres") @Nullable
            Double precipitationMillimetres,

            @About("the most severe that the sky does") Condition condition,
            @About("when the sun rises") @Nullable Instant sunrise,
            @About("when the sun sets") @Nullable Instant sunset) {}
}
