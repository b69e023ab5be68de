package dev.universalapi.search.intent.slot;

import dev.universalapi.search.intent.slot.Suggestion.Kind;
import dev.universalapi.search.intent.slot.gazetteer.Gazetteer;
import dev.universalapi.search.intent.slot.gazetteer.Need;
import dev.universalapi.search.intent.slot.gazetteer.Towns;
import dev.universalapi.search.intent.slot.money.Currencies;
import dev.universalapi.search.intent.slot.text.Sentence;
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

    static Known of(Towns towns, Gazetteer<String> coins, Currencies currencies) {
        var spellings = new ArrayList<Spelling.Known>();
        var names = new TreeMap<String, Prefixes.Entry>();
        towns.largest(PEOPLE).forEach((key, town) -> {
            spellings.add(new Spelling.Known(key, town.name(), town.population()));
            names.put(key, new Prefixes.Entry(new Suggestion(town.name(), Kind.PLACE, town.country()), town.population()));
        });
        coins.names().forEach(all -> all.stream().filter(name -> name.need() == Need.NOTHING).forEach(name -> {
            var key = Sentence.keyOf(name.written());
            spellings.add(new Spelling.Known(key, name.written(), COIN));
            names.put(key, new Prefixes.Entry(new Suggestion(name.written(), Kind.COIN, name.value()), COIN));
        }));
        currencies.names().forEach(all -> all.stream().filter(name -> name.need() == Need.NOTHING).forEach(name ->
                spellings.add(new Spelling.Known(Sentence.keyOf(name.written()), name.written(), COIN))));
        var keys = new HashSet<String>();
        spellings.forEach(known -> keys.add(known.key()));
        return new Known(keys, new Spelling(spellings), new Prefixes(names));
    }

    Optional<String> nearest(String key) {
        return keys.contains(key) ? Optional.empty() : spelling.nearest(key);
    }

    List<Suggestion> suggest(String prefix, int limit) {
        return prefixes.of(prefix, limit);
    }
}
