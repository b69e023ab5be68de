package dev.universalapi.providers.stock;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was written about a company.
@Operation(path = "stock/news", summary = "News about a company")
public record StockNews(
        @About("ticker symbol, in any case") @AnyCase @Matches("[A-Za-z0-9][A-Za-z0-9.:^-]{0,19}") @Example("AAPL")
        String symbol,

        @About("the first day, in UTC") @Example("2026-01-05")
        LocalDate from,

        @About("the last day, itself included") @Example("2026-01-09")
        LocalDate to,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("3")
        int limit)
        implements Query<StockNews.Answer> {

    /// What was found.
    public record Answer(@About("the newest first") List<Article> articles) {
        public Answer {
            articles = List.copyOf(articles);
        }
    }

    /// One article.
    public record Article(
            @About("headline") String title,
            @About("address of the article") URI url,
            @About("who published it") String source,
            @About("when it was published") Instant publishedAt,

            @About("what it says, in a few sentences") @Nullable
            String summary,

            @About("address of a picture") @Nullable URI imageUrl) {}
}
