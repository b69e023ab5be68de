package dev.universalapi.search.intent;

import dev.universalapi.search.intent.classifier.Reading;
import dev.universalapi.search.intent.classifier.Reading.Mark;
import java.util.List;

/// Slots as the classifier sees them: that there is a coin, whichever.
public final class Marks {
    private Marks() {}

    /// @param slots of the text, in their order
    public static Reading read(String text, List<Slot> slots) {
        return new Reading(
                text,
                slots.stream()
                        .map(slot -> new Mark(
                                slot.span().from(),
                                slot.span().to(),
                                Uses.Kind.of(slot).mark()))
                        .toList());
    }

    /// A part of a text, with the slots that stand in it.
    static Reading read(String text, List<Slot> slots, Slot.Span part) {
        return new Reading(
                text.substring(part.from(), part.to()),
                slots.stream()
                        .filter(slot -> isIn(slot, part))
                        .map(slot -> new Mark(
                                slot.span().from() - part.from(),
                                slot.span().to() - part.from(),
                                Uses.Kind.of(slot).mark()))
                        .toList());
    }

    static boolean isIn(Slot slot, Slot.Span part) {
        return part.from() <= slot.span().from() && slot.span().to() <= part.to();
    }
}
