package dev.universalapi.search.fusion.summary;

import java.util.List;

/// What the best hits say of a query, in their own sentences.
public record Summary(List<Sentence> sentences) {
    public Summary {
        sentences = List.copyOf(sentences);
    }

    /// @param text as its source wrote it, without markup; it is not escaped for any page
    /// @param source the place in the ranked list of who says it, from 1: what `[1]` stands for
    public record Sentence(String text, int source) {}
}
