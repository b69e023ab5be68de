package dev.universalapi.search.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lends a place to what is asked of no place: in "weather and news in Paris" both mean Paris.
final class Sharing {
    private static final Set<String> NEEDY = Set.of("weather", "country");

    private Sharing() {}

    /// @param slots of the whole query, in their order
    static List<Intent> share(List<Intent> intents, List<Slot> slots) {
        if (intents.size() < 2) {
            return intents;
        }
        return intents.stream()
                .map(intent ->
                        isNeedy(intent.category()) && intent.slots().stream().noneMatch(Sharing::isWhere)
                                ? with(intent, slots)
                                : intent)
                .toList();
    }

    /// Whether it is asked of a place, and by no words.
    static boolean isNeedy(String category) {
        return NEEDY.contains(category);
    }

    private static boolean isWhere(Slot slot) {
        return slot instanceof Slot.Place || slot instanceof Slot.Country;
    }

    private static Intent with(Intent intent, List<Slot> slots) {
        var more = new ArrayList<>(intent.slots());
        slots.stream().filter(Sharing::isWhere).limit(1).forEach(more::add);
        return new Intent(intent.category(), intent.confidence(), intent.text(), more, intent.rest());
    }
}
