package dev.universalapi.providers.stock;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a share, fund or index costs, by the last trade that the provider may tell.
@Operation(path = "stock/quote", summary = "Latest price of a share")
public record StockQuote(
        @About("ticker symbol, in any case") @AnyCase @Matches("[A-Za-z0-9][A-Za-z0-9.:^-]{0,19}") @Example("AAPL")
        String symbol)
        implements Query<StockQuote.Answer> {

    /// The price and its trading day. How old it may be depends on the provider: seconds, or a day.
    public record Answer(
            @About("ticker symbol, in upper case") String symbol,

            @About("what it is priced in, by its ISO 4217 code, where the provider says so; some write `GBp` for pence")
            @Nullable
            String currency,

            @About("price of one") BigDecimal price,

            @About("the trading day that it is of, at the exchange")
            LocalDate date,

            @About("first price of the day") @Nullable BigDecimal open,
            @About("highest price of the day") @Nullable BigDecimal high,
            @About("lowest price of the day") @Nullable BigDecimal low,

            @About("last price of the trading day before") @Nullable
            BigDecimal previousClose,

            @About("how the price changed since the day before, percent") @Nullable
            BigDecimal changePercent,

            @About("how many were traded on the day") @Nullable
            BigDecimal volume,

            @About("the moment of the price") @Nullable Instant updatedAt) {}
}
