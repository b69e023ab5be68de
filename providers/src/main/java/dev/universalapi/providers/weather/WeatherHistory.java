package dev.universalapi.providers.weather;

import dev.universalapi.engine.input.Grid;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Latitude;
import dev.universalapi.engine.operation.Longitude;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the weather was at one place, day by day. Metric units, always.
///
/// The days are reanalysed, which is to say computed from everything that was measured: they know any place, and
/// may differ a little from the one thermometer there. The last few days may not be known yet.
@Operation(path = "weather/history", summary = "Weather of days past at a place")
public record WeatherHistory(
        @About("degrees north, rounded to 2 decimals") @Latitude @Grid("0.01") @Example("48.85")
        double latitude,

        @About("degrees east, rounded to 2 decimals") @Longitude @Grid("0.01") @Example("2.35")
        double longitude,

        @About("the first day") @Example("2025-01-01") LocalDate from,

        @About("the last day, itself included") @Example("2025-01-07")
        LocalDate to)
        implements Query<WeatherHistory.Answer> {

    /// Only days that are known.
    public record Answer(
            @About("the time zone whose days these are, by its IANA name")
            String timeZone,

            @About("one a day, in order") List<Day> days) {
        public Answer {
            days = List.copyOf(days);
        }
    }

    /// One calendar day.
    public record Day(
            @About("the calendar day, in the answer's time zone")
            LocalDate date,

            @About("lowest air temperature, degrees Celsius")
            double minimumCelsius,

            @About("highest air temperature, degrees Celsius")
            double maximumCelsius,

            @About("mean air temperature, degrees Celsius") double meanCelsius,

            @About("rain and melted snow, millimetres") @Nullable
            Double precipitationMillimetres,

            @About("strongest mean wind 10 metres above ground, metres per second") @Nullable
            Double maximumWindMetresPerSecond,

            @About("the most severe that the sky did") @Nullable
            Condition condition) {}
}
