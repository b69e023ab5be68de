package dev.universalapi.providers.stock;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a share, fund or index cost, day by day.
@Operation(path = "stock/history", summary = "Prices of a share over days past")
public record StockHistory(
        @About("ticker symbol, in any case") @AnyCase @Matches("[A-Za-z0-9][A-Za-z0-9.:^-]{0,19}") @Example("AAPL")
        String symbol,

        @About("the first day") @Example("2026-01-05") LocalDate from,

        @About("the last day, itself included") @Example("2026-01-09")
        LocalDate to)
        implements Query<StockHistory.Answer> {

    /// Only days with trade. Prices are adjusted for splits, not for dividends.
    public record Answer(
            @About("what it is priced in, by its ISO 4217 code, where the provider says so; some write `GBp` for pence")
            @Nullable
            String currency,

            @About("one a trading day, in order") List<Day> days) {
        public Answer {
            days = List.copyOf(days);
        }
    }

    /// One trading day.
    public record Day(
            @About("the day, at the exchange") LocalDate date,
            @About("first price") BigDecimal open,
            @About("highest price") BigDecimal high,
            @About("lowest price") BigDecimal low,
            @About("last price") BigDecimal close,
            @About("how many were traded") @Nullable BigDecimal volume) {}
}
