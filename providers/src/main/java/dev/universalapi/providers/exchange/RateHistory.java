package dev.universalapi.providers.exchange;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What one unit of a currency was worth in another, day by day.
@Operation(path = "exchange/history", summary = "Exchange rate of two currencies over days past")
public record RateHistory(
        @About("the currency that one unit of is priced, by its ISO 4217 code")
        @Matches("[A-Z]{3}")
        @Default("EUR")
        @Example("EUR")
        String base,

        @About("the currency that it is priced in, by its ISO 4217 code") @Matches("[A-Z]{3}") @Example("USD")
        String quote,

        @About("the first day") @Example("2025-01-02") LocalDate from,

        @About("the last day, itself included") @Example("2025-01-08")
        LocalDate to)
        implements Query<RateHistory.Answer> {

    /// Only days with a rate: banks rest on week-ends and holidays.
    public record Answer(
            @About("the currency that one unit of is priced, by its ISO 4217 code")
            String base,

            @About("the currency that it is priced in, by its ISO 4217 code")
            String quote,

            @About("one a day that has a rate, in order") List<Point> points) {
        public Answer {
            points = List.copyOf(points);
        }
    }

    /// The rate of one day, exactly as published.
    public record Point(
            @About("the day, by the provider's calendar") LocalDate date,

            @About("units of the quote currency for one unit of the base")
            BigDecimal rate) {}
}
