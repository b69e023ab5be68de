package dev.universalapi.providers.crypto;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// The coins that most people looked up in the last hours.
@Operation(path = "crypto/trending", summary = "Coins that many look up right now")
public record TrendingCoins(
        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit) implements Query<TrendingCoins.Answer> {

    /// What the provider's visitors looked up.
    public record Answer(@About("the most looked up first") List<Coin> coins) {
        public Answer {
            coins = List.copyOf(coins);
        }
    }
}
