package dev.universalapi.providers.space;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is new in spaceflight, the newest first.
@Operation(path = "space/news", summary = "News of spaceflight, the newest first")
public record SpaceNews(
        @About("words of the title or summary; all news where it is left out")
        @Nullable
        @Trimmed
        @Length(max = 200)
        @Example("artemis")
        String query,

        @About("how many articles at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<SpaceNews.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the newest first") List<Article> articles,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            articles = List.copyOf(articles);
        }
    }

    /// One article.
    public record Article(
            @About("the provider's own name for it") String id,
            @About("its title") String title,
            @About("its page") URI url,
            @About("who published it") String source,
            @About("when it was published") Instant publishedAt,

            @About("what it says, in a few sentences") @Nullable
            String summary,

            @About("a picture of it") @Nullable URI imageUrl) {}
}
