package dev.universalapi.providers.film;

/// What is watched.
public enum FilmKind {
    /// One film, for the cinema or not.
    MOVIE,
    /// A series of episodes.
    SERIES
}
