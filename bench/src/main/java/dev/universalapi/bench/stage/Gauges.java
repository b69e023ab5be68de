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

    /// Whether every instance shows a provider, with such values.
    ///
    /// @param name of the measure, as it is written there
    public boolean everywhere(String name, String provider, DoublePredicate wanted) {
        return texts.stream().allMatch(text -> shows(text, name, provider, wanted));
    }

    private static boolean shows(String text, String name, String provider, DoublePredicate wanted) {
        var values = text.lines()
                .filter(line -> line.startsWith(name + '{') && line.contains("provider=\"" + provider + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        return values.length > 0 && Arrays.stream(values).allMatch(wanted);
    }
}
