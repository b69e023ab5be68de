package dev.universalapi.providers.country;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.math.BigDecimal;
import java.util.List;

/// What was counted or measured in a country, year by year: people, output, emissions and some sixteen thousand
/// more.
@Operation(path = "country/indicator", summary = "An indicator of a country over the years")
public record CountryIndicator(
        @About("the country, by its ISO 3166-1 alpha-2 code") @Matches("[A-Z]{2}") @Example("FR")
        String code,

        @About("the indicator, by the World Bank's code: SP.POP.TOTL people, NY.GDP.MKTP.CD output in US dollars")
        @Matches("[A-Za-z0-9]+([._][A-Za-z0-9]+)*")
        @Example("SP.POP.TOTL")
        String indicator,

        @About("how many periods at most, the newest first") @Range(min = 1, max = 100) @Default("10") @Example("5")
        int limit)
        implements Query<CountryIndicator.Answer> {

    /// Only periods with a value.
    public record Answer(
            @About("the country, by its ISO 3166-1 alpha-3 code")
            String alpha3Code,

            @About("the indicator's code") String indicator,
            @About("what it is, with its unit, in English") String name,
            @About("one a period, the newest first") List<Point> points) {
        public Answer {
            points = List.copyOf(points);
        }
    }

    /// One period.
    public record Point(
            @About("the year, as in 2023; of finer series the quarter or month, as in 2023Q1 or 2023M05")
            String date,

            @About("the value, in the unit that the indicator's name tells, exactly as published")
            BigDecimal value) {}
}
