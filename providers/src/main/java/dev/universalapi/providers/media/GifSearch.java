package dev.universalapi.providers.media;

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

/// Moving pictures of something, the best first; only those for everybody's eyes.
@Operation(path = "media/gif-search", summary = "Moving pictures of something")
public record GifSearch(
        @About("what is to be seen or felt, in English words")
        @Trimmed
        @AnyCase
        @Length(max = 200)
        @Example("happy dance")
        String query,

        @About("how many pictures at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<GifSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Gif> gifs,
            @About("how many there are in all") @Nullable Long total) {
        public Answer {
            gifs = List.copyOf(gifs);
        }
    }
}
