package dev.universalapi.providers.news;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written about something, the newest first. How far back a provider looks differs: two days, a month,
/// or to its first issue.
@Operation(path = "news/search", summary = "News about something, the newest first")
public record NewsSearch(
        @About("words that the article has") @Trimmed @Length(max = 200) @Example("solar power")
        String query,

        @About("the language it is written in, by the first part of its BCP 47 tag")
        @Matches("[a-z]{2,3}")
        @Default("en")
        @Example("en")
        String language,

        @About("how many articles at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<NewsSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the newest first") List<Article> articles,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            articles = List.copyOf(articles);
        }
    }
}
