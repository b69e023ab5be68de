package dev.universalapi.search.search.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the list that a reader has in order by as few changes as can be: each thing has a number, and whoever sorts
/// by it has the list. What is new gets a number between those of its neighbours.
///
/// @param <T> what is listed; a thing whose value changes is told again
public final class Order<T> {
    private final Map<String, Placed<T>> known = new HashMap<>();

    private record Placed<T>(double rank, T thing) {}

    /// What a reader has to change.
    ///
    /// @param upserts to be put in, or moved, by id, with their numbers
    /// @param removed to be taken out
    public record Change<T>(Map<String, Upsert<T>> upserts, Set<String> removed) {}

    /// One thing and its place.
    public record Upsert<T>(double rank, T thing) {}

    /// Takes the list over as it is now.
    ///
    /// @param now by id, the best first
    public Change<T> change(Map<String, T> now) {
        var removed = new HashSet<>(known.keySet());
        removed.removeAll(now.keySet());
        removed.forEach(known::remove);
        var ids = List.copyOf(now.keySet());
        var ranks = ranks(ids, staying(ids));
        var upserts = new LinkedHashMap<String, Upsert<T>>();
        int i = 0;
        for (var listed : now.entrySet()) {
            var placed = new Placed<>(ranks[i++], listed.getValue());
            if (!placed.equals(known.put(listed.getKey(), placed))) {
                upserts.put(listed.getKey(), new Upsert<>(placed.rank(), placed.thing()));
            }
        }
        return new Change<>(upserts, removed);
    }

    // the most that can stay where they are: the longest run of rising numbers
    private Set<String> staying(List<String> ids) {
        var old = ids.stream().filter(known::containsKey).toList();
        var longest = new int[old.size()];
        var before = new int[old.size()];
        int best = -1;
        for (int i = 0; i < old.size(); i++) {
            longest[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (rank(old.get(j)) < rank(old.get(i)) && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    before[i] = j;
                }
            }
            best = best < 0 || longest[i] > longest[best] ? i : best;
        }
        var staying = new HashSet<String>();
        for (int i = best; i >= 0; i = before[i]) {
            staying.add(old.get(i));
        }
        return staying;
    }

    private double rank(String id) {
        var placed = known.get(id);
        return placed == null ? 0 : placed.rank();
    }

    private double[] ranks(List<String> ids, Set<String> staying) {
        var ranks = new double[ids.size()];
        var between = new ArrayList<Integer>();
        double low = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (staying.contains(ids.get(i))) {
                ranks[i] = rank(ids.get(i));
                spread(between, low, ranks[i], ranks);
                low = ranks[i];
                between.clear();
            } else {
                between.add(i);
            }
        }
        spread(between, low, low + between.size() + 1, ranks);
        return rises(ranks) ? ranks : fresh(ranks);
    }

    private static void spread(List<Integer> places, double low, double high, double[] ranks) {
        for (int i = 0; i < places.size(); i++) {
            ranks[places.get(i)] = low + (high - low) * (i + 1) / (places.size() + 1);
        }
    }

    private static boolean rises(double[] ranks) {
        for (int i = 1; i < ranks.length; i++) {
            if (ranks[i] <= ranks[i - 1]) {
                return false;
            }
        }
        return true;
    }

    // no number lies between two that are next to each other, so all get others
    private static double[] fresh(double[] ranks) {
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = i + 1.0;
        }
        return ranks;
    }
}
