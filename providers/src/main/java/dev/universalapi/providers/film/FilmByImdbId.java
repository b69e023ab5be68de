package dev.universalapi.providers.film;

import dev.universalapi.engine.input.Trimmed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// One film or series, by the number that all know it by.
@Operation(path = "film/get", summary = "A film or series by its IMDb number")
public record FilmByImdbId(
        @About("its number in IMDb") @Trimmed @Matches("tt[0-9]{7,10}") @Example("tt0083658")
        String imdbId,

        @About("the language of title, genres and summary, by its BCP 47 tag")
        @Matches("[a-z]{2}(-[A-Z]{2})?")
        @Default("en")
        @Example("en")
        String language)
        implements Query<FilmDetails> {}
