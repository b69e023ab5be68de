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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Films or series by words of their title, the best first.
@Operation(path = "film/search", summary = "Films or series by title")
public record FilmSearch(
        @About("words of the title") @Trimmed @Length(max = 200) @Example("Blade Runner")
        String query,

        @About("what is looked for") @Default("MOVIE") @Example("MOVIE")
        FilmKind kind,

        @About("the year it was first shown; any when left out") @Nullable @Range(min = 1870, max = 2100)
        Integer year,

        @About("the language of title and summary, by its BCP 47 tag")
        @Matches("[a-z]{2}(-[A-Z]{2})?")
        @Default("en")
        @Example("en")
        String language,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<FilmSearch.Answer> {

    /// At most as many as were asked for.
    public record Answer(
            @About("the best first") List<Film> films,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            films = List.copyOf(films);
        }
    }
}
