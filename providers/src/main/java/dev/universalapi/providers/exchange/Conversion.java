package dev.universalapi.providers.exchange;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an amount of one currency is in another, by the newest reference rate.
@Operation(path = "exchange/convert", summary = "An amount of money in another currency")
public record Conversion(
        @About("how much of the base currency")
        @Range(min = 0, max = 1_000_000_000_000_000L)
        @Default("1")
        @Example("100")
        BigDecimal amount,

        @About("the currency that the amount is of, by its ISO 4217 code")
        @Matches("[A-Z]{3}")
        @Default("EUR")
        @Example("EUR")
        String base,

        @About("the currency that it is wanted in, by its ISO 4217 code") @Matches("[A-Z]{3}") @Example("USD")
        String quote)
        implements Query<Conversion.Answer> {

    /// The rate, and what it makes of the amount. No provider is asked to multiply: what it would round is lost.
    public record Answer(
            @About("how much of the base currency") BigDecimal amount,

            @About("the currency that the amount is of, by its ISO 4217 code")
            String base,

            @About("the currency that it is converted to, by its ISO 4217 code")
            String quote,

            @About("units of the quote currency for one unit of the base, exactly as published")
            BigDecimal rate,

            @About("the amount in the quote currency: amount times rate, not rounded; always there") @Nullable
            BigDecimal converted,

            @About("the day that the rate is of, by the provider's calendar")
            LocalDate date,

            @About("when the provider last renewed it, where it says so") @Nullable
            Instant updatedAt) {
        public Answer {
            converted = amount.multiply(rate);
        }
    }
}
