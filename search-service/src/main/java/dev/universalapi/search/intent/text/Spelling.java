package dev.universalapi.search.intent.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the known name that a misspelt one is nearest to: at most two letters added, left out, changed or swapped; one
/// in a short word.
public final class Spelling {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int LONG = 6;

    /// A name.
    ///
    /// @param key how it is compared
    /// @param written how it is shown
    /// @param weight the larger one of two that are as near is taken
    public record Known(String key, String written, long weight) {}

    private final List<List<Known>> byLength = new ArrayList<>();

    public Spelling(List<Known> known) {
        for (var length = 0; length <= LONGEST + 2; length++) {
            byLength.add(new ArrayList<>());
        }
        for (var name : known) {
            if (name.key().length() <= LONGEST) {
                byLength.get(name.key().length()).add(name);
            }
        }
    }

    /// The known name that is meant; empty where it is near to none.
    ///
    /// @param key folded, as names are looked up
    public Optional<String> nearest(String key) {
        return nearest(key, key.length() < LONG ? 1 : 2);
    }

    /// The same.
    ///
    /// @param most how many letters may be wrong
    public Optional<String> nearest(String key, int most) {
        if (key.length() < SHORTEST || key.length() > LONGEST) {
            return Optional.empty();
        }
        record Near(Known known, int distance) {}
        var near = new ArrayList<Near>();
        for (var length = key.length() - most; length <= key.length() + most; length++) {
            for (var known : byLength.get(length)) {
                var distance = distance(key, known.key(), most);
                if (distance <= most) {
                    near.add(new Near(known, distance));
                }
            }
        }
        return near.stream()
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparing(found -> found.known().key().charAt(0) != key.charAt(0))
                        .thenComparingLong(found -> -found.known().weight()))
                .map(found -> found.known().written());
    }

    /// Damerau's distance of two words, or more than the most where it is more.
    private static int distance(String one, String other, int most) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        for (var at = 0; at < last.length; at++) {
            last[at] = at;
        }
        for (var at = 1; at <= one.length(); at++) {
            row[0] = at;
            var least = at;
            for (var to = 1; to <= other.length(); to++) {
                var same = one.charAt(at - 1) == other.charAt(to - 1) ? 0 : 1;
                row[to] = Math.min(Math.min(row[to - 1], last[to]) + 1, last[to - 1] + same);
                if (at > 1
                        && to > 1
                        && one.charAt(at - 1) == other.charAt(to - 2)
                        && one.charAt(at - 2) == other.charAt(to - 1)) {
                    row[to] = Math.min(row[to], before[to - 2] + 1);
                }
                least = Math.min(least, row[to]);
            }
            if (least > most) {
                return most + 1;
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
