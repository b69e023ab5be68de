package dev.universalapi.search.search.agreement;

import dev.universalapi.search.search.agreement.Measure.Told;
import dev.universalapi.search.search.source.Found.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds out where facts of one search disagree.
public final class Disagreements {
    private Disagreements() {}

    /// The first number of a fact of which another fact tells a different one.
    ///
    /// @param facts all of the search
    public static Optional<Disagreement> of(Fact fact, List<Fact> facts) {
        var all = facts.stream().flatMap(other -> Measure.in(other).stream()).toList();
        return Measure.in(fact).stream()
                .flatMap(told -> disagreement(told, all).stream())
                .findFirst();
    }

    private static Optional<Disagreement> disagreement(Told told, List<Told> all) {
        var numbers = all.stream()
                .filter(told::isOfTheSameAs)
                .map(Told::number)
                .sorted(Comparator.naturalOrder())
                .toList();
        return numbers.isEmpty() || numbers.getFirst().compareTo(numbers.getLast()) == 0
                ? Optional.empty()
                : Optional.of(new Disagreement(told, numbers.getFirst(), numbers.getLast()));
    }
}
