package dev.universalapi.engine.choice;

import dev.universalapi.engine.receipt.Score;
import dev.universalapi.engine.standing.Health;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Scores providers against each other. Where nothing is known nothing is held against a provider: it stands beside
/// the best of those that are known.
final class Scores {
    // differences of a few milliseconds are the network's, not the provider's
    private static final double FLOOR_MILLIS = 10;
    private static final double PRICE_UNIT = 0.001;
    private static final double MOST_ERRORS = 0.999;

    private final Weights weights;
    private final double fastest;
    private final Map<String, Score> scores = new HashMap<>();

    Scores(Weights weights, Collection<Considered> all) {
        this.weights = weights;
        this.fastest = all.stream()
                .filter(Considered::timed)
                .mapToDouble(one -> one.health().latencyMillis())
                .min()
                .orElse(0);
        all.forEach(one -> scores.put(one.id(), score(one)));
    }

    /// The score of one of those that were given.
    Score of(Considered one) {
        return Objects.requireNonNull(scores.get(one.id()));
    }

    private Score score(Considered one) {
        var health = one.health();
        var known = health.calls() >= 1;
        return Score.of(
                one.timed() ? weights.latency() * slowness(health) : 0,
                known ? weights.errors() * Math.log(1 / (1 - Math.clamp(health.errorRate(), 0, MOST_ERRORS))) : 0,
                weights.price() * Math.log1p(one.price().doubleValue() / PRICE_UNIT),
                weights.scarcity() * square(1 - Math.clamp(one.headroom().left(), 0, 1)),
                known ? weights.quality() * (1 - Math.clamp(health.quality(), 0, 1)) : 0);
    }

    private double slowness(Health health) {
        return Math.log((health.latencyMillis() + FLOOR_MILLIS) / (fastest + FLOOR_MILLIS));
    }

    private static double square(double share) {
        return share * share;
    }
}
