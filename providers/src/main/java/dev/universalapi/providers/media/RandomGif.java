package dev.universalapi.providers.media;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import org.jspecify.annotations.Nullable;

/// A moving picture, another one each time; only those for everybody's eyes.
@Operation(path = "media/gif-random", summary = "A random moving picture")
public record RandomGif(
        @About("what is to be seen or felt, in English words; anything when left out")
        @Nullable
        @Trimmed
        @AnyCase
        @Length(max = 200)
        @Example("happy dance")
        String query)
        implements Query<Gif> {}
