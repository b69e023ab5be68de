package dev.universalapi.search.search.source;

/// Where an answer goes.
public enum Lane {
    /// A fact that stands for itself and is not ranked: a temperature, a price.
    ANSWERS,
    /// Things that were found, ranked among those of all sources.
    RESULTS
}
