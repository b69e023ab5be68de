package dev.universalapi.search.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Lends a place to what is asked of no place: in "weather and news in Paris" both mean Paris.
final class Sharing {
    private static final Set<String> NEEDY = Set.of("weather", "country");

    List<Intent> share(List<Intent> intents) {
        var shared = new ArrayList<Intent>();
        for (var at = 0; at < intents.size(); at++) {
            var intent = intents.get(at);
            var lent =
                    NEEDY.contains(intent.category()) && where(intent).isEmpty() ? lent(intents, at) : List.<Slot>of();
            shared.add(lent.isEmpty() ? intent : with(intent, lent));
        }
        return shared;
    }

    private static List<Slot> lent(List<Intent> intents, int at) {
        var next = at + 1 < intents.size() ? where(intents.get(at + 1)) : List.<Slot>of();
        return next.isEmpty() && at > 0 ? where(intents.get(at - 1)) : next;
    }

    private static List<Slot> where(Intent intent) {
        return intent.slots().stream()
                .filter(slot -> slot instanceof Slot.Place || slot instanceof Slot.Country)
                .toList();
    }

    private static Intent with(Intent intent, List<Slot> lent) {
        var slots = new ArrayList<>(intent.slots());
        slots.addAll(lent);
        return new Intent(intent.category(), intent.confidence(), intent.text(), slots, intent.rest());
    }
}
