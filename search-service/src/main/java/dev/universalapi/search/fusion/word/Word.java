package dev.universalapi.search.fusion.word;

/// A word of a text.
///
/// @param stem what it is compared by: lower case, without accents, article and ending
/// @param from its first UTF-16 unit in the text
/// @param to the one after its last
public record Word(String stem, int from, int to) {}
