package dev.universalapi.providers.crypto;

import dev.universalapi.engine.input.AnyCase;
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

/// What one coin cost, day by day.
///
/// Coins are traded at all hours, so a day's price is that of its midnight in UTC.
@Operation(path = "crypto/history", summary = "Price of a coin over days past")
public record CoinHistory(
        @About("the coin's ticker symbol, in any case") @AnyCase @Matches("[A-Za-z0-9]{1,20}") @Example("BTC")
        String symbol,

        @About("what it is priced in: an ISO 4217 code, or the symbol of a coin such as USDT or BTC")
        @Matches("[A-Z]{3,5}")
        @Default("USD")
        @Example("USD")
        String currency,

        @About("the first day, in UTC") @Example("2026-01-02")
        LocalDate from,

        @About("the last day, itself included") @Example("2026-01-08")
        LocalDate to)
        implements Query<CoinHistory.Answer> {

    /// Only days that the provider knows a price of.
    public record Answer(
            @About("the coin's ticker symbol, in upper case")
            String symbol,

            @About("what it is priced in: an ISO 4217 code, or the symbol of a coin")
            String currency,

            @About("one a day, in order") List<Point> points) {
        public Answer {
            points = List.copyOf(points);
        }
    }

    /// One price, exactly as published.
    public record Point(
            @About("the moment of the price: midnight in UTC, or the provider's measurement nearest to it")
            Instant at,

            @About("price of one coin, in the currency") BigDecimal price) {}
}
