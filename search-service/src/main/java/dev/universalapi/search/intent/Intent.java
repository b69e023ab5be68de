package dev.universalapi.search.intent;

import java.util.List;

/// One thing that a query asks for.
///
/// @param category of the catalogue: `weather`
/// @param confidence how likely that is, 0 to 1, calibrated
/// @param text the part of the query that asks for it
/// @param slots what was found in that part, in its order
/// @param rest the words to look for, once slots and the words that merely say the intent are gone; may be empty
public record Intent(String category, double confidence, String text, List<Slot> slots, String rest) {
    public Intent {
        slots = List.copyOf(slots);
    }
}
