package dev.universalapi.providers.joke;

import dev.universalapi.engine.input.AnyCase;
import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Jokes that contain a text, in no particular order.
@Operation(path = "joke/search", summary = "Jokes that contain a word")
public record JokeSearch(
        @About("what the joke contains, in any case") @Trimmed @AnyCase @Length(max = 200) @Example("coffee")
        String query,

        @About("the language to laugh in, by its ISO 639-1 code") @Matches("[a-z]{2}") @Default("en") @Example("en")
        String language,

        @About("how many jokes at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<JokeSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("what was found") List<Joke> jokes,

            @About("how many there are in all, where the provider counts") @Nullable
            Long total) {
        public Answer {
            jokes = List.copyOf(jokes);
        }
    }

    /// One joke, told in one text or in two.
    public record Joke(
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
