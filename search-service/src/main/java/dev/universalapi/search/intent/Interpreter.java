package dev.universalapi.search.intent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A stand-in: knows two words and two places.
public final class Interpreter {
    public void load() {}

    public Understanding understand(String query, Set<Language> allowed, LocalDate today) {
        var text = query.strip();
        var plain = text.toLowerCase(Locale.ROOT);
        var language = allowed.contains(Language.FR) && (plain.contains("météo") || allowed.size() == 1)
                ? Language.FR
                : Language.EN;
        var intents = new ArrayList<Intent>();
        if (plain.contains("météo") || plain.contains("weather")) {
            int lyon = text.indexOf("Lyon");
            List<Slot> slots = lyon < 0
                    ? List.of()
                    : List.of(new Slot.Place(new Slot.Span(lyon, lyon + 4), "Lyon", "FR", 45.75, 4.85, 500_000));
            intents.add(new Intent("weather", 0.9, text, slots, ""));
        }
        int bitcoin = plain.indexOf("bitcoin");
        if (bitcoin >= 0) {
            var slot = new Slot.Coin(new Slot.Span(bitcoin, bitcoin + 7), "BTC");
            intents.add(new Intent("crypto", 0.8, text, List.of(slot), ""));
        }
        return new Understanding(text, language, intents, false);
    }
}
