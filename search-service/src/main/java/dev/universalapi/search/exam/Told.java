package dev.universalapi.search.exam;

import dev.universalapi.search.intent.Intent;
import dev.universalapi.search.intent.Slot;
import dev.universalapi.search.intent.Slot.Amount;
import dev.universalapi.search.intent.Slot.Coin;
import dev.universalapi.search.intent.Slot.Country;
import dev.universalapi.search.intent.Slot.Currency;
import dev.universalapi.search.intent.Slot.Day;
import dev.universalapi.search.intent.Slot.Identifier;
import dev.universalapi.search.intent.Slot.Pair;
import dev.universalapi.search.intent.Slot.Place;
import dev.universalapi.search.intent.Slot.Ticker;
import dev.universalapi.search.intent.Slot.Tongue;
import dev.universalapi.search.intent.Understanding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a query tells beside its intents: a slot, or the words that are left, in the form of the sets.
///
/// @param type as in the sets: `place`, `pair`, `rest`
/// @param value comparable: without accents, in lower case, words that say nothing gone
record Told(String type, String value) {
    private static final String REST = "rest";

    /// Categories that look for words. The others ask by their slots, and what is left of a query is of no use to them.
    private static final Set<String> WORDY = Set.of(
            "news",
            "knowledge",
            "paper",
            "book",
            "film",
            "music",
            "media",
            "food",
            "medicine",
            "place",
            "translation",
            "code",
            "name",
            "sport");

    Told {
        value = type.equals(REST) ? Wording.told(value) : Wording.plain(value);
    }

    /// Everything that the intents of a query tell.
    static Set<Told> of(Understanding understanding) {
        var all = new LinkedHashSet<Told>();
        for (var intent : understanding.intents()) {
            intent.slots().forEach(slot -> all.add(of(slot)));
            all.addAll(rest(intent));
        }
        return all;
    }

    private static List<Told> rest(Intent intent) {
        var rest = new Told(REST, intent.rest());
        return WORDY.contains(intent.category()) && !rest.value().isEmpty() ? List.of(rest) : List.of();
    }

    private static Told of(Slot slot) {
        return switch (slot) {
            case Place place -> new Told("place", place.name() + "/" + place.country());
            case Country country -> new Told("country", country.code());
            case Currency currency -> new Told("currency", currency.code());
            case Pair pair -> new Told("pair", pair.base() + "/" + pair.quote());
            case Coin coin -> new Told("coin", coin.symbol());
            case Ticker ticker -> new Told("ticker", ticker.symbol());
            case Tongue tongue -> new Told("language", tongue.tag());
            case Day day -> new Told("day", days(day));
            case Amount amount ->
                new Told("amount", amount.value().stripTrailingZeros().toPlainString());
            case Identifier identifier ->
                new Told(identifier.kind().name().toLowerCase(Locale.ROOT), identifier.value());
        };
    }

    private static String days(Day day) {
        return day.first().equals(day.last()) ? day.first().toString() : day.first() + ".." + day.last();
    }

    @Override
    public String toString() {
        return type + "=" + value;
    }
}
