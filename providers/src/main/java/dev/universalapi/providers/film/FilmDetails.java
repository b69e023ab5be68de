package dev.universalapi.providers.film;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One film or series, with who plays in it.
public record FilmDetails(
        @About("the provider's own name for it") String id,

        @About("its number in IMDb, as in tt0133093") @Nullable
        String imdbId,

        @About("what it is") FilmKind kind,
        @About("its title in the language asked for") String title,

        @About("the year it was first shown, or is to be") @Nullable
        Year year,

        @About("the day it was first shown, or is to be") @Nullable
        LocalDate releasedOn,

        @About("how long it is, or an episode of it, minutes") @Nullable
        Integer runtimeMinutes,

        @About("in the provider's words") List<String> genres,

        @About("who plays in it, by name, the leading parts first")
        List<String> cast,

        @About("what it is about, as text") @Nullable String summary,

        @About("what viewers make of it, from 0 to 10") @Nullable
        Double rating,

        @About("how many viewers that is the mean of") @Nullable
        Long votes,

        @About("its page at the provider") URI url,
        @About("its poster") @Nullable URI imageUrl) {
    public FilmDetails {
        genres = List.copyOf(genres);
        cast = List.copyOf(cast);
    }
}
