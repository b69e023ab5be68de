package dev.universalapi.providers.film;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Matches;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.operation.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What many people look up now, the most first.
@Operation(path = "film/trending", summary = "Films or series that many look up now")
public record TrendingFilms(
        @About("what is looked for") @Default("MOVIE") @Example("MOVIE")
        FilmKind kind,

        @About("how far back is looked") @Default("WEEKLY") @Example("WEEKLY")
        Period period,

        @About("the language of title and summary, by its BCP 47 tag")
        @Matches("[a-z]{2}(-[A-Z]{2})?")
        @Default("en")
        @Example("en")
        String language,

        @About("how many at most") @Range(min = 1, max = 50) @Default("10") @Example("10")
        int limit)
        implements Query<TrendingFilms.Answer> {

    /// How far back is looked.
    public enum Period {
        /// One day.
        DAILY,
        /// Seven days.
        WEEKLY
    }

    /// At most as many as were asked for.
    public record Answer(
            @About("the most looked up first") List<Film> films,

            @About("how many there are in all, where the provider counts them") @Nullable
            Long total) {
        public Answer {
            films = List.copyOf(films);
        }
    }
}
