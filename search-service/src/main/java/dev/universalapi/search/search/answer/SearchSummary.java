package dev.universalapi.search.search.answer;

import java.util.List;

/// What the results say.
///
/// @param sentences in their own words
public record SearchSummary(List<CitedSentence> sentences) {
    public SearchSummary {
        sentences = List.copyOf(sentences);
    }

    /// A sentence and where it stands.
    ///
    /// @param source its result, by its place in `results`, from 1
    public record CitedSentence(String text, int source) {}
}
