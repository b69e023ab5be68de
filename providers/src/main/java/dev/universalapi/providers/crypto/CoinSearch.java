package dev.universalapi.providers.crypto;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// Coins by name or ticker symbol.
@Operation(path = "crypto/search", summary = "Coins by name or symbol")
public record CoinSearch(
        @About("a name, a ticker symbol, or a part of one, in any case")
        @Trimmed
        @AnyCase
        @Length(min = 1, max = 200)
        @Example("bitcoin")
        String query,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit)
        implements Query<CoinSearch.Answer> {

    /// What was found.
    public record Answer(@About("the largest first") List<Coin> coins) {
        public Answer {
            coins = List.copyOf(coins);
        }
    }
}
