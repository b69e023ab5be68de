package dev.universalapi.search.intent.classifier;

import java.util.List;

/// A text to classify, and where in it something of a known kind stands.
///
/// @param marks in their order, not overlapping
public record Reading(String text, List<Mark> marks) {
    public Reading {
        marks = List.copyOf(marks);
    }

    /// A text of which nothing else is known.
    public static Reading of(String text) {
        return new Reading(text, List.of());
    }

    /// Something of a known kind: the words from one position to before another, in UTF-16 units.
    public record Mark(int from, int to, String kind) {}
}
