package dev.universalapi.providers.news;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What leads the news of a country right now, in the order that the provider gives.
@Operation(path = "news/headlines", summary = "Headlines of a country, by topic")
public record NewsHeadlines(
        @About("the country whose papers are read, by its ISO 3166-1 alpha-2 code")
        @Matches("[A-Z]{2}")
        @Default("US")
        @Example("US")
        String country,

        @About("what they are about") @Default("GENERAL") @Example("TECHNOLOGY")
        Topic topic,

        @About("how many articles at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<NewsHeadlines.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("in the provider's order") List<Article> articles,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            articles = List.copyOf(articles);
        }
    }
}
