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
import org.jspecify.annotations.Nullable;

/// What one coin costs right now.
@Operation(path = "crypto/price", summary = "Current price of a coin")
public record CoinPrice(
        @About("the coin's ticker symbol, in any case") @AnyCase @Matches("[A-Za-z0-9]{1,20}") @Example("BTC")
        String symbol,

        @About("what it is priced in: an ISO 4217 code, or the symbol of a coin such as USDT or BTC")
        @Matches("[A-Z]{3,5}")
        @Default("USD")
        @Example("USD")
        String currency)
        implements Query<CoinPrice.Answer> {

    /// Prices and amounts are in `currency`, as published.
    public record Answer(
            @About("the coin's ticker symbol, in upper case")
            String symbol,

            @About("the coin's name, where the provider knows names") @Nullable
            String name,

            @About("what it is priced in: an ISO 4217 code, or the symbol of a coin")
            String currency,

            @About("price of one coin") BigDecimal price,

            @About("how the price changed in the last 24 hours, percent") @Nullable
            BigDecimal changePercent,

            @About("highest price of the last 24 hours") @Nullable
            BigDecimal high,

            @About("lowest price of the last 24 hours") @Nullable
            BigDecimal low,

            @About("what was traded in the last 24 hours, in the currency, wherever the provider looks") @Nullable
            BigDecimal volume,

            @About("price times the coins there are, in the currency") @Nullable
            BigDecimal marketCap,

            @About("when the provider last renewed the price") @Nullable
            Instant updatedAt) {}
}
