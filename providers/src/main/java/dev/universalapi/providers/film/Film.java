package dev.universalapi.providers.film;

import dev.universalapi.engine.operation.About;
import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/// One film or series, in short.
public record Film(
        @About("the provider's own name for it") String id,

        @About("its number in IMDb, as in tt0133093") @Nullable
        String imdbId,

        @About("what it is") FilmKind kind,
        @About("its title in the language asked for") String title,

        @About("the year it was first shown, or is to be") @Nullable
        Year year,

        @About("the day it was first shown, or is to be") @Nullable
        LocalDate releasedOn,

        @About("what it is about, as text") @Nullable String summary,

        @About("what its viewers make of it, from 0 to 10") @Nullable
        Double rating,

        @About("its page at the provider") URI url,
        @About("its poster") @Nullable URI imageUrl) {}
