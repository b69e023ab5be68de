package dev.universalapi.providers.media;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import org.jspecify.annotations.Nullable;

/// A photo, another one each time.
@Operation(path = "media/photo-random", summary = "A random photo")
public record RandomPhoto(
        @About("what is on the photo, in English words; anything when left out")
        @Nullable
        @Trimmed
        @AnyCase
        @Length(max = 200)
        @Example("lighthouse")
        String query,

        @About("how it lies; any way when left out") @Nullable
        Orientation orientation)
        implements Query<Photo> {}
