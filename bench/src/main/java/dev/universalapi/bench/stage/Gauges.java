package dev.universalapi.bench.stage;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/// What each instance of a service measures of its providers, read once.
public final class Gauges {
    private final List<String> texts;

    /// @param texts as of `/actuator/prometheus`, one an instance
    Gauges(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    /// Whether every instance shows such values of a provider, and at least one.
    ///
    /// @param name of the measure, as it is written there
    /// @param labels more of them, `name="value"`
    public boolean everywhere(String name, String provider, DoublePredicate wanted, String... labels) {
        return texts.stream()
                .map(text -> values(text, name, provider, labels))
                .allMatch(values -> values.length > 0 && Arrays.stream(values).allMatch(wanted));
    }

    private static double[] values(String text, String name, String provider, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + '{') && line.contains("provider=\"" + provider + '"'))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
    }
}
