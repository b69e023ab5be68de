package dev.universalapi.search.intent.slot.finder;

import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.List;

/// What a part of a text could be.
///
/// @param sureness of two that are as long, the higher one is taken
/// @param slots none where it only keeps others away
public record Candidate(Slot.Span span, int sureness, List<Slot> slots) {
    public static final int PLACE = 3;
    public static final int COUNTRY = 4;
    public static final int NAMED = 5;
    public static final int EXACT = 8;

    public static Candidate of(Slot slot, int sureness) {
        return new Candidate(slot.span(), sureness, List.of(slot));
    }

    /// Words in which nothing is to be found.
    public static Candidate shield(Slot.Span span, int sureness) {
        return new Candidate(span, sureness, List.of());
    }

    /// Where words stand in the text: from one to before another.
    public static Slot.Span span(Sentence sentence, int from, int to) {
        return new Slot.Span(sentence.token(from).from(), sentence.token(to - 1).to());
    }
}
