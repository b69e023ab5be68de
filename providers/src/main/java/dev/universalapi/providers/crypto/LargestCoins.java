package dev.universalapi.providers.crypto;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The market: the coins that are worth most, largest first.
@Operation(path = "crypto/market", summary = "The largest coins with their prices")
public record LargestCoins(
        @About("what they are priced in, by its ISO 4217 code") @Matches("[A-Z]{3}") @Default("USD") @Example("USD")
        String currency,

        @About("how many") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit)
        implements Query<LargestCoins.Answer> {

    /// Prices and amounts are in `currency`, as published.
    public record Answer(
            @About("what they are priced in, by its ISO 4217 code")
            String currency,

            @About("one a coin, the largest first") List<Listing> coins) {
        public Answer {
            coins = List.copyOf(coins);
        }
    }

    /// One coin and its day.
    public record Listing(
            @About("the provider's own name for it") String id,
            @About("ticker symbol, in upper case") String symbol,
            @About("its name") String name,

            @About("place by market capitalisation, from 1") @Nullable
            Integer rank,

            @About("price of one coin") BigDecimal price,

            @About("how the price changed in the last 24 hours, percent") @Nullable
            BigDecimal changePercent,

            @About("price times the coins there are, in the currency")
            BigDecimal marketCap,

            @About("what was traded in the last 24 hours, in the currency") @Nullable
            BigDecimal volume,

            @About("coins that are in circulation") @Nullable
            BigDecimal supply,

            @About("coins that there will ever be, where that is bounded") @Nullable
            BigDecimal maximumSupply,

            @About("address of its logo") @Nullable URI imageUrl) {}
}
