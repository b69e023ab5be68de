package dev.universalapi.providers.joke;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A joke, another one each time.
@Operation(path = "joke/random", summary = "A random joke")
public record RandomJoke(
        @About("the language to laugh in, by its ISO 639-1 code") @Matches("[a-z]{2}") @Default("en") @Example("en")
        String language,

        @About("one of joke/categories; any when left out. Whoever has no such category is not asked")
        @AnyCase
        @Matches("[A-Za-z]{1,30}")
        @Nullable
        String category)
        implements Query<RandomJoke.Answer> {

    /// One joke, told in one text or in two.
    public record Answer(
            @About("the provider's own name for it") String id,

            @About("all of it, or what comes before the punchline")
            String text,

            @About("what to say after a pause, where the joke has two parts") @Nullable
            String punchline,

            @About("the provider's own category, where it has any") @Nullable
            String category,

            @About("its language, by its ISO 639-1 code") String language,

            @About("its page at the provider, where it has one") @Nullable
            URI url) {}
}
