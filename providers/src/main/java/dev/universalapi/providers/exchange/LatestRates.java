package dev.universalapi.providers.exchange;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one unit of a currency is worth in others, by the newest reference rates.
@Operation(path = "exchange/latest", summary = "Latest exchange rates of a currency")
public record LatestRates(
        @About("the currency that one unit of is priced, by its ISO 4217 code")
        @Matches("[A-Z]{3}")
        @Default("EUR")
        @Example("EUR")
        String base)
        implements Query<LatestRates.Answer> {

    /// Reference rates, not prices that anybody trades at.
    public record Answer(
            @About("the currency that one unit of is priced, by its ISO 4217 code")
            String base,

            @About("the day that the rates are of, by the provider's calendar")
            LocalDate date,

            @About("when the provider last renewed them, where it says so") @Nullable
            Instant updatedAt,

            @About("one a currency; the base itself, at 1, may be among them")
            List<Rate> rates) {
        public Answer {
            rates = List.copyOf(rates);
        }
    }

    /// One currency's rate, exactly as published.
    public record Rate(
            @About("ISO 4217 code") String currency,

            @About("units of this currency for one unit of the base")
            BigDecimal rate) {}
}
