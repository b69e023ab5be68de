package dev.universalapi.providers.film;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Length;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import org.jspecify.annotations.Nullable;

/// The one film or series that a title most likely means.
@Operation(path = "film/match", summary = "The film or series that a title means")
public record FilmMatch(
        @About("its title, or nearly") @Trimmed @Length(max = 200) @Example("Blade Runner")
        String title,

        @About("what is looked for") @Default("MOVIE") @Example("MOVIE")
        FilmKind kind,

        @About("the year it was first shown; any when left out") @Nullable @Range(min = 1870, max = 2100)
        Integer year,

        @About("the language of title, genres and summary, by its BCP 47 tag")
        @Matches("[a-z]{2}(-[A-Z]{2})?")
        @Default("en")
        @Example("en")
        String language)
        implements Query<FilmDetails> {}
