package dev.universalapi.providers.fun;

/// How a question is answered.
public enum QuestionKind {
    /// One of several answers.
    CHOICE,
    /// Yes or no.
    TRUE_OR_FALSE
}
