package dev.universalapi.providers.fun;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pictures of animals, others each time.
@Operation(path = "fun/picture", summary = "Random pictures of cats and dogs")
public record AnimalPictures(
        @About("whom to look at; whichever comes first when left out") @Nullable
        Animal animal,

        @About("how many pictures at most") @Range(min = 1, max = 50) @Default("1") @Example("1")
        int limit)
        implements Query<AnimalPictures.Answer> {

    /// At most as many as were asked for.
    public record Answer(@About("in no order") List<Picture> pictures) {
        public Answer {
            pictures = List.copyOf(pictures);
        }
    }
}
