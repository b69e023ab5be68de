package dev.universalapi.engine;

import dev.universalapi.engine.attempt.Effort;
import dev.universalapi.engine.cache.Lifetimes;
import dev.universalapi.engine.choice.Weights;
import dev.universalapi.engine.standing.Pace;
import java.util.List;
import java.util.function.Supplier;

/// The settings of an engine, each as it is now.
///
/// @param order provider ids in the operator's order
public record Tuning(
        Supplier<List<String>> order,
        Supplier<Weights> weights,
        Supplier<Pace> pace,
        Supplier<Effort> effort,
        Supplier<Lifetimes> lifetimes) {
    /// What is shipped.
    public static final Tuning DEFAULT = new Tuning(
            List::of, () -> Weights.DEFAULT, () -> Pace.DEFAULT, () -> Effort.DEFAULT, () -> Lifetimes.DEFAULT);
}
