package dev.universalapi.bench.stock;

import dev.universalapi.engine.outcome.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How often each outcome came.
public final class Tally {
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    public void add(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
