package dev.universalapi.search.fusion.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Weighs what sentences say of a query, and picks those that say most of it and not the same.
final class Support {
    private static final int MOST = 5;
    private static final int LENGTH = 900;
    private static final double RELEVANCE = 0.75;

    private static final double MEANING = 0.5;
    private static final double WORDS = 0.3;
    private static final double POSITION = 0.2;

    /// A sentence much worse than the best one is filling.
    private static final double WORSE = 0.6;
    /// A word in the title makes a sentence be about it, but not say it.
    private static final double TITLE = 0.5;

    /// The share of the query, by weight of its words, that sentences and their titles must have in all.
    private static final double COVERED = 0.6;
    /// The same where the meaning is near.
    private static final double COVERED_NEAR = 0.4;
    private static final double NEAR = 0.5;
    /// Below it a hit is about something else, whatever words they have in common.
    private static final double FAR = 0.15;

    private final List<Candidate> candidates;
    private final List<OptionalDouble> cosines;
    private final Map<String, Double> weights = new HashMap<>();
    private final double whole;

    /// @param cosines of each hit with the query
    Support(Set<String> sought, List<Candidate> candidates, List<OptionalDouble> cosines) {
        this.candidates = candidates.stream()
                .filter(each -> cosines.get(each.hit()).orElse(1) >= FAR)
                .filter(each -> !each.found().isEmpty() || !each.about().isEmpty())
                .toList();
        this.cosines = cosines;
        for (var stem : sought) {
            var having = candidates.stream()
                    .filter(each -> each.found().contains(stem))
                    .count();
            weights.put(stem, Math.log(1 + (candidates.size() + 1.0) / (having + 0.5)));
        }
        this.whole = weight(sought);
    }

    /// Empty where they say too little.
    Optional<List<Candidate>> pick() {
        var left = new ArrayList<>(candidates);
        var picked = new ArrayList<Candidate>();
        var best = left.stream().mapToDouble(this::score).max().orElse(0);
        left.removeIf(each -> score(each) < WORSE * best);
        var length = 0;
        while (!left.isEmpty() && picked.size() < MOST) {
            var next = next(left, picked);
            left.remove(next);
            length += next.text().length();
            if (length <= LENGTH) {
                picked.add(next);
            }
        }
        return isEnough(picked) ? Optional.of(picked) : Optional.empty();
    }

    private Candidate next(List<Candidate> left, List<Candidate> picked) {
        var best = left.getFirst();
        var most = Double.NEGATIVE_INFINITY;
        for (var each : left) {
            var told = picked.stream()
                    .mapToDouble(other -> each.shingles().alike(other.shingles()))
                    .max()
                    .orElse(0);
            var gain = RELEVANCE * score(each) - (1 - RELEVANCE) * told;
            if (gain > most) {
                most = gain;
                best = each;
            }
        }
        return best;
    }

    private double score(Candidate each) {
        var position = (1.0 / (1 + each.hit()) + 1.0 / (1 + each.at())) / 2;
        return MEANING * Math.max(0, cosines.get(each.hit()).orElse(0)) + WORDS * covered(each) + POSITION * position;
    }

    private double covered(Candidate each) {
        var about = new HashSet<>(each.about());
        about.removeAll(each.found());
        return (weight(each.found()) + TITLE * weight(about)) / whole;
    }

    private boolean isEnough(List<Candidate> picked) {
        var said = new HashSet<String>();
        picked.forEach(each -> {
            said.addAll(each.found());
            said.addAll(each.about());
        });
        var near = picked.stream().anyMatch(each -> cosines.get(each.hit()).orElse(0) >= NEAR);
        return !picked.isEmpty() && weight(said) / whole >= (near ? COVERED_NEAR : COVERED);
    }

    private double weight(Set<String> stems) {
        return stems.stream()
                .mapToDouble(stem -> weights.getOrDefault(stem, 0.0))
                .sum();
    }
}
