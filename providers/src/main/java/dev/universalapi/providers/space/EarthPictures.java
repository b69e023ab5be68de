package dev.universalapi.providers.space;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole Earth in daylight, seen from a million miles away.
@Operation(path = "space/earth-pictures", summary = "The newest pictures of the whole Earth")
public record EarthPictures(
        @About("how many pictures at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit) implements Query<EarthPictures.Answer> {

    /// Those of the newest day that has any.
    public record Answer(
            @About("in the order they were taken") List<Picture> pictures) {
        public Answer {
            pictures = List.copyOf(pictures);
        }
    }

    /// One picture.
    public record Picture(
            @About("the provider's own name for it") String id,
            @About("when it was taken") Instant takenAt,
            @About("the picture") URI imageUrl,
            @About("what is seen") String caption,

            @About("the middle of what is seen, degrees north") @Nullable
            Double latitude,

            @About("the middle of what is seen, degrees east") @Nullable
            Double longitude) {}
}
