package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;

/// Pictures of animals of one breed, others each time.
@Operation(path = "fun/breed-picture", summary = "Random pictures of one breed")
public record BreedPictures(
        @About("whose breed it is") @Example("DOG") Animal animal,

        @About("the breed's id, as fun/breeds tells it; a variety of it follows a slash, as in hound/afghan")
        @Matches("[a-z]{2,30}(/[a-z]{2,30})?")
        @Example("hound")
        String breed,

        @About("how many pictures at most") @Range(min = 1, max = 50) @Default("1") @Example("1")
        int limit)
        implements Query<BreedPictures.Answer> {

    /// At most as many as were asked for.
    public record Answer(@About("in no order") List<Picture> pictures) {
        public Answer {
            pictures = List.copyOf(pictures);
        }
    }
}
