package dev.universalapi.search.fusion;

import dev.universalapi.search.fusion.duplicate.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What makes a score: words and meaning in equal parts, then how likely the category is meant, then, for news that are
/// asked for, age.
final class Weights {
    private static final double UNLIKELY = 0.6;
    private static final double ONE = 0.8;

    private static final String NEWS = "news";
    private static final double WANTED = 0.3;
    private static final Duration HALF_LIFE = Duration.ofHours(36);
    /// Old news are news still: without it their words would no longer order them.
    private static final double OLD = 0.2;

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .thenComparingDouble(scored -> scored.why().intent())
            .reversed()
            .thenComparingInt(scored -> scored.thing().best().hit().rank());

    private final Map<String, Double> categories;
    private final Instant now;

    Weights(Map<String, Double> categories, Instant now) {
        this.categories = categories;
        this.now = now;
    }

    /// Whether the query is so surely about one category that it may come from one source.
    boolean wantsOne() {
        return categories.values().stream().anyMatch(likely -> likely >= ONE);
    }

    /// The things with their scores, the best first.
    List<Scored> weigh(List<Thing> things, double[] byWords, Nearness nearness) {
        var words = Scale.minmax(byWords);
        var meaning = nearness.scaled();
        var half = nearness.isKnown() ? 0.5 : 1;
        return IntStream.range(0, things.size())
                .mapToObj(at -> {
                    var thing = things.get(at);
                    var why = new Ranked.Why(half * words[at], half * meaning[at], intent(thing), recency(thing), 0);
                    var score = (why.words() + why.meaning()) * why.intent() * why.recency();
                    return new Scored(thing, score, why, nearness.vectors().get(at));
                })
                .sorted(BEST_FIRST)
                .toList();
    }

    private double intent(Thing thing) {
        if (categories.isEmpty()) {
            return 1;
        }
        var likely = thing.categories().stream()
                .mapToDouble(category -> categories.getOrDefault(category, 0.0))
                .max()
                .orElse(0);
        return UNLIKELY + (1 - UNLIKELY) * Math.clamp(likely, 0, 1);
    }

    private double recency(Thing thing) {
        if (categories.getOrDefault(NEWS, 0.0) < WANTED || !thing.categories().contains(NEWS)) {
            return 1;
        }
        var at = thing.best().hit().at();
        if (at == null) {
            return OLD;
        }
        var age = Math.max(0, Duration.between(at, now).toSeconds());
        return OLD + (1 - OLD) * Math.pow(2, -(double) age / HALF_LIFE.toSeconds());
    }
}
