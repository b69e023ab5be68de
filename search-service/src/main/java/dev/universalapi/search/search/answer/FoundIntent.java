package dev.universalapi.search.search.answer;

import dev.universalapi.search.intent.Intent;
import java.util.List;

/// One thing that a query asks for.
///
/// @param confidence how likely that is, 0 to 1
/// @param text the part of the query that asks for it
/// @param rest the words to look for
public record FoundIntent(String category, double confidence, String text, List<FoundSlot> slots, String rest) {
    public FoundIntent {
        slots = List.copyOf(slots);
    }

    /// As a caller is told of it.
    public static FoundIntent of(Intent intent) {
        return new FoundIntent(
                intent.category(),
                Rounded.of(intent.confidence()),
                intent.text(),
                intent.slots().stream().map(FoundSlot::of).toList(),
                intent.rest());
    }
}
