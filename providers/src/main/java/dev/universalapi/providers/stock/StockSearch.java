package dev.universalapi.providers.stock;

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
import org.jspecify.annotations.Nullable;

/// Ticker symbols by the name of a company or a part of it.
@Operation(path = "stock/search", summary = "Ticker symbols by name")
public record StockSearch(
        @About("a name, a ticker symbol, or a part of one, in any case")
        @Trimmed
        @AnyCase
        @Length(min = 1, max = 200)
        @Example("apple")
        String query,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit)
        implements Query<StockSearch.Answer> {

    /// What was found.
    public record Answer(@About("the likeliest first") List<Match> matches) {
        public Answer {
            matches = List.copyOf(matches);
        }
    }

    /// One symbol.
    public record Match(
            @About("ticker symbol, as this provider takes it")
            String symbol,

            @About("name of the company or fund") String name,
            @About("what it is") Kind kind,

            @About("where it is listed, as the provider names it") @Nullable
            String exchange,

            @About("what it is priced in, by its ISO 4217 code; some write `GBp` for pence") @Nullable
            String currency) {}

    /// What can be bought.
    public enum Kind {
        SHARE,
        /// A bank's certificate for shares of another country.
        DEPOSITARY_RECEIPT,
        /// Traded at an exchange like a share.
        EXCHANGE_TRADED_FUND,
        MUTUAL_FUND,
        INDEX,
        /// Known to the provider and in none of the other words: warrants, rights, bonds.
        OTHER
    }
}
