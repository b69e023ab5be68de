package dev.universalapi.search.intent.slot.day;

/// Days that some words mean.
///
/// @param from the first of the words
/// @param to the word after the last
record Found(int from, int to, Days days) {}
