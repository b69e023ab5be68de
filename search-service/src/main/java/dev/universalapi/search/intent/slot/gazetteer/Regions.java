package dev.universalapi.search.intent.slot.gazetteer;

import dev.universalapi.search.intent.slot.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parts of countries by their names: `texas` is `US.TX`.
public final class Regions {
    private final Map<String, Set<String>> codes;
    private final Set<String> known;

    private Regions(Map<String, Set<String>> codes, Set<String> known) {
        this.codes = codes;
        this.known = known;
    }

    public static Regions load() {
        var codes = new HashMap<String, Set<String>>();
        for (var line : Entries.lines("regions.tsv")) {
            var tab = line.indexOf('\t');
            add(codes, line.substring(tab + 1), line.substring(0, tab));
        }
        var known = new HashSet<String>();
        for (var entry : Entries.of("states.txt")) {
            for (var name : entry.names()) {
                add(codes, name, entry.key());
                known.add(Sentence.keyOf(name));
            }
        }
        return new Regions(codes, known);
    }

    /// The regions of that name, as `country.region`.
    public Set<String> named(String key) {
        return codes.getOrDefault(key, Set.of());
    }

    /// Whether that is better known as a region than as a town.
    public boolean isKnown(String key) {
        return known.contains(key);
    }

    /// Towns that lie in one of these regions.
    public static List<Town> within(List<Town> towns, Set<String> codes) {
        return towns.stream()
                .filter(town -> codes.contains(town.country() + "." + town.region()))
                .toList();
    }

    private static void add(Map<String, Set<String>> codes, String name, String code) {
        codes.computeIfAbsent(Sentence.keyOf(name), _ -> new HashSet<>(2)).add(code);
    }
}
