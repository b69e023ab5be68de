package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Slot;
import java.time.LocalDate;
import java.util.List;

/// Stand-in.
public final class Slots {
    private Slots() {}

    public static Slots load() {
        return new Slots();
    }

    public List<Slot> find(String text, Language language, LocalDate today) {
        return List.of();
    }
}
