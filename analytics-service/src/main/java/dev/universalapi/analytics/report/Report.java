package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What can be asked about usage: what is told of each group, and what is grouped by where nothing is said.
enum Report {
    USAGE(List.of(Dimension.OPERATION), Measure.USAGE, false),
    ERRORS(List.of(Dimension.PROVIDER, Dimension.OUTCOME), Measure.ERRORS, false),
    COSTS(List.of(Dimension.PROVIDER), Measure.COSTS, false),
    PROVIDERS(List.of(Dimension.PROVIDER), Measure.PROVIDERS, true),
    LATENCY(List.of(Dimension.OPERATION), List.of(), true);

    private final List<Dimension> usual;
    private final List<Measure> sums;
    private final boolean latency;

    Report(List<Dimension> usual, List<Measure> sums, boolean latency) {
        this.usual = usual;
        this.sums = sums;
        this.latency = latency;
    }

    /// The one whose label is the last part of a path.
    static Report at(String path) {
        var label = path.substring(path.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(report -> report.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no report is at " + path));
    }

    /// As in addresses and names of files: `usage`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Dimension> usual() {
        return usual;
    }

    List<Measure> sums() {
        return sums;
    }

    /// Whether quantiles of latency are told.
    boolean hasLatency() {
        return latency;
    }

    /// The names of what is told of a group.
    List<String> measured() {
        return Stream.concat(sums.stream().map(Measure::name), latency ? Quantiles.NAMES.stream() : Stream.of())
                .toList();
    }
}
