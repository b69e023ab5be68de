package dev.universalapi.search.fusion;

import java.util.List;

/// A hit in the merged list.
///
/// @param id stays the same for the same thing: a hash of its key
/// @param score 0 to 1 within one search
/// @param alsoFrom other sources of the same thing
/// @param why what its place comes from
/// @param highlights where words of the query stand in title and text
public record Ranked(String id, Hit hit, double score, List<Hit.Source> alsoFrom, Why why, List<Highlight> highlights) {
    public Ranked {
        alsoFrom = List.copyOf(alsoFrom);
        highlights = List.copyOf(highlights);
    }

    /// The parts of a score, each 0 to 1, after its weight.
    ///
    /// @param words by BM25 over all that was found
    /// @param meaning by embeddings; 0 where the time did not reach
    /// @param intent how likely its category is meant
    /// @param recency 1 where age does not count
    /// @param moved places it lost to variety
    public record Why(double words, double meaning, double intent, double recency, int moved) {}

    /// @param field `title` or `text`
    /// @param from first UTF-16 unit
    /// @param to the one after the last
    public record Highlight(String field, int from, int to) {}
}
