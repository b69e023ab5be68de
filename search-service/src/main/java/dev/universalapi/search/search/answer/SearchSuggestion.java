package dev.universalapi.search.search.answer;

/// What to ask instead, or how a query may go on.
///
/// @param query to send
/// @param kind `spelling`: a word is spelt otherwise; `category`: in more categories; `place` and `coin`: how it may go
///     on; `example`: what can be asked
public record SearchSuggestion(String query, String kind) {}
