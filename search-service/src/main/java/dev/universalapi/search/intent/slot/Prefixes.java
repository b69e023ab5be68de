package dev.universalapi.search.intent.slot;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;

/// Names by how they begin.
final class Prefixes {
    /// @param weight the larger is suggested first
    record Entry(Suggestion suggestion, long weight) {}

    private final NavigableMap<String, Entry> names;

    Prefixes(NavigableMap<String, Entry> names) {
        this.names = names;
    }

    /// @param prefix folded, as names are looked up
    List<Suggestion> of(String prefix, int limit) {
        if (prefix.isEmpty()) {
            return List.of();
        }
        var seen = new HashSet<Suggestion>();
        return names.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .sorted(Comparator.comparingLong(Entry::weight).reversed())
                .map(Entry::suggestion)
                .filter(seen::add)
                .limit(limit)
                .toList();
    }
}
