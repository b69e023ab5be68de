package dev.universalapi.search.fusion.summary;

import dev.universalapi.search.fusion.duplicate.Shingles;
import java.util.Set;

/// A sentence that a summary may take.
///
/// @param hit the place of its hit in the list, from 0
/// @param at its own place in the text of the hit, from 0
/// @param found stems of the query that it has
/// @param about stems of the query that the title of its hit has
record Candidate(String text, int hit, int at, Set<String> found, Set<String> about, Shingles shingles) {}
