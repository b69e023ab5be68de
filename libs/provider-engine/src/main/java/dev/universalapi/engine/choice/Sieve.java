package dev.universalapi.engine.choice;

import dev.universalapi.engine.choice.Choice.Removed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Parts those who may be asked from those who may not.
///
/// Of those that pass every other filter at most half are taken out for an open breaker: the least bad come back. Those
/// that are only busy or slow are asked last, and where nobody is fit like everybody.
///
/// @param fit nothing speaks against them
/// @param back the least bad of the others, to be asked after them; the best first
/// @param removed everybody else
record Sieve(List<Considered> fit, List<Back> back, List<Removed> removed) {
    private static final Comparator<Back> LEAST_BAD = Comparator.<Back, Filter>comparing(
                    one -> one.removed().filter(), Comparator.reverseOrder())
            .thenComparing(one -> one.removed().until(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparingDouble(one -> one.considered().health().errorRate())
            .thenComparing(one -> one.considered().id());

    /// One that something speaks against, and what.
    record Back(Considered considered, Removed removed) {
        boolean open() {
            return removed.filter() == Filter.BREAKER;
        }
    }

    static Sieve sift(List<Considered> all) {
        var fit = new ArrayList<Considered>();
        var sick = new ArrayList<Back>();
        var removed = new ArrayList<Removed>();
        for (var one : all) {
            var removal = Filter.removal(one);
            if (removal.isEmpty()) {
                fit.add(one);
            } else if (removal.get().filter().ofHealth()) {
                sick.add(new Back(one, removal.get()));
            } else {
                removed.add(removal.get());
            }
        }
        if (fit.isEmpty()) {
            sick.stream().filter(one -> !one.open()).map(Back::considered).forEach(fit::add);
            sick.removeIf(one -> !one.open());
        }
        sick.sort(LEAST_BAD);
        var open = sick.stream().filter(Back::open).toList();
        var spared = open.size() - Math.min(open.size(), (fit.size() + sick.size()) / 2);
        var ejected = open.subList(spared, open.size());
        ejected.stream().map(Back::removed).forEach(removed::add);
        sick.removeAll(ejected);
        return new Sieve(List.copyOf(fit), List.copyOf(sick), List.copyOf(removed));
    }
}
