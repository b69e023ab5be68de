package dev.universalapi.providers.fun;

/// How hard a question is, as its provider thinks.
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}
