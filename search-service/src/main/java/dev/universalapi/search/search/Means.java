package dev.universalapi.search.search;

import dev.universalapi.search.fusion.Hit;
import dev.universalapi.search.fusion.Ranked;
import dev.universalapi.search.fusion.summary.Summary;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.intent.Understanding;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What a search is made with, from the packages beside this one; tests give others.
///
/// @param understanding `Interpreter`
/// @param ranking `Fusion`
/// @param meaning whether `Fusion` compares meanings by now, and not words alone
/// @param summing `Summaries`
record Means(Understands understanding, Ranks ranking, BooleanSupplier meaning, Sums summing) {

    /// Understands a query.
    @FunctionalInterface
    interface Understands {
        Understanding understand(String query, Set<Language> allowed, LocalDate today);
    }

    /// Brings what was found into order.
    @FunctionalInterface
    interface Ranks {
        List<Ranked> rank(
                String query,
                Language language,
                List<Hit> pool,
                Map<String, Double> categories,
                int limit,
                Duration budget);
    }

    /// Says in a few sentences what was found.
    @FunctionalInterface
    interface Sums {
        Optional<Summary> summarize(String query, Language language, List<Ranked> ranked);
    }
}
