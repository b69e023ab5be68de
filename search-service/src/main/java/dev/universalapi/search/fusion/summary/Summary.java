package dev.universalapi.search.fusion.summary;

import java.util.List;

/// A stand-in.
public record Summary(List<Sentence> sentences) {
    public Summary {
        sentences = List.copyOf(sentences);
    }

    /// A stand-in.
    public record Sentence(String text, int source) {}
}
