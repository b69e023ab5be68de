package dev.universalapi.providers.space;

import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The astronomy picture of a day, and what is seen on it.
@Operation(path = "space/picture", summary = "The astronomy picture of a day")
public record AstronomyPicture(
        @About("the day, from 1995-06-16 on; the newest where it is left out") @Nullable @Example("2020-01-15")
        LocalDate date)
        implements Query<AstronomyPicture.Answer> {

    /// One picture, or a film in its place.
    public record Answer(
            @About("the day that it is the picture of") LocalDate date,
            @About("what is seen, in a few words") String title,
            @About("what is seen, told by an astronomer") String explanation,
            @About("what it is") Kind kind,

            @About("the picture, or the page that plays the film") @Nullable
            URI mediaUrl,

            @About("the picture as large as there is") @Nullable
            URI imageUrl,

            @About("whose it is; nobody's where it is left out") @Nullable
            String copyright,

            @About("the page about it") URI url) {}

    /// What the picture of a day may be.
    public enum Kind {
        IMAGE,
        VIDEO,
        /// A page to play with, or something that no address leads to.
        OTHER
    }
}
