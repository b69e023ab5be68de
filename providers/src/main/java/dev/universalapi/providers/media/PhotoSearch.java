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

/// Photos of something, the best first; nothing that is not for everybody's eyes, as far as the provider knows.
@Operation(path = "media/photo-search", summary = "Photos of something")
public record PhotoSearch(
        @About("what is on the photo, in English words") @Trimmed @AnyCase @Length(max = 200) @Example("lighthouse")
        String query,

        @About("how it lies; any way when left out") @Nullable
        Orientation orientation,

        @About("how many photos at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<PhotoSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Photo> photos,
            @About("how many there are in all") @Nullable Long total) {
        public Answer {
            photos = List.copyOf(photos);
        }
    }
}
