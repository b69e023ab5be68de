package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.slot.Suggestion.Kind;
import dev.universalapi.search.intent.slot.gazetteer.Entries;
import dev.universalapi.search.intent.slot.gazetteer.Need;
import dev.universalapi.search.intent.slot.gazetteer.Towns;
import dev.universalapi.search.intent.slot.money.Currencies;
import dev.universalapi.search.intent.slot.text.Sentence;
import dev.universalapi.search.intent.text.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All names that may be suggested or that a misspelt one may have meant.
final class Known {
    private static final int PEOPLE = 30_000;
    private static final long COIN = 3_000_000;

    private final Set<String> keys;
    private final Spelling spelling;
    private final Prefixes prefixes;

    private Known(Set<String> keys, Spelling spelling, Prefixes prefixes) {
        this.keys = keys;
        this.spelling = spelling;
        this.prefixes = prefixes;
    }

    static Known of(Towns towns, Currencies currencies) {
        var spellings = new ArrayList<Spelling.Known>();
        var names = new TreeMap<String, Prefixes.Entry>();
        towns.largest(PEOPLE).forEach((key, town) -> {
            spellings.add(new Spelling.Known(key, town.name(), town.population()));
            names.put(
                    key,
                    new Prefixes.Entry(new Suggestion(town.name(), Kind.PLACE, town.country()), town.population()));
        });
        for (var entry : Entries.of("coins.txt")) {
            var shown = shown(entry);
            for (var name : entry.names().stream().filter(Known::isPlain).toList()) {
                var key = Sentence.keyOf(name);
                spellings.add(new Spelling.Known(key, shown, COIN));
                names.put(key, new Prefixes.Entry(new Suggestion(shown, Kind.COIN, entry.key()), COIN));
            }
        }
        currencies
                .names()
                .forEach(all -> all.stream()
                        .filter(name -> name.need() == Need.NOTHING)
                        .forEach(name -> spellings.add(
                                new Spelling.Known(Sentence.keyOf(name.written()), name.written(), COIN))));
        var keys = new HashSet<String>();
        spellings.forEach(known -> keys.add(known.key()));
        return new Known(keys, new Spelling(spellings), new Prefixes(names));
    }

    /// The first name of a coin that is not its symbol.
    private static String shown(Entries coin) {
        return coin.names().stream()
                .filter(name -> isPlain(name) && name.length() > 1 && !name.equalsIgnoreCase(coin.key()))
                .findFirst()
                .orElse(coin.key());
    }

    private static boolean isPlain(String name) {
        return !name.startsWith("?") && !name.startsWith("^");
    }

    Optional<String> nearest(String key) {
        return keys.contains(key) ? Optional.empty() : spelling.nearest(key);
    }

    List<Suggestion> suggest(String prefix, int limit) {
        return prefixes.of(prefix, limit);
    }
}
