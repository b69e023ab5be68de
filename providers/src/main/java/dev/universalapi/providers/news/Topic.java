package dev.universalapi.providers.news;

/// What news are about, in words that every provider's own sections can be told in.
public enum Topic {
    /// Whatever leads.
    GENERAL,
    BUSINESS,
    /// Film, music, stage, television and games.
    ENTERTAINMENT,
    HEALTH,
    SCIENCE,
    SPORTS,
    TECHNOLOGY
}
