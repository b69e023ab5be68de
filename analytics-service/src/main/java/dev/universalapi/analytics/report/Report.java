package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Dimension;
import java.util.List;
import java.util.stream.Stream;

/// What can be asked about usage.
///
/// @param label as in addresses and names of files
/// @param usual what is grouped by where nothing is said
/// @param sums what is told of each group
/// @param hasLatency whether quantiles of latency are told as well
record Report(String label, List<Dimension> usual, List<Measure> sums, boolean hasLatency) {
    private static final List<Report> ALL = List.of(
            new Report("usage", List.of(Dimension.OPERATION), Measure.USAGE, false),
            new Report("errors", List.of(Dimension.PROVIDER, Dimension.OUTCOME), Measure.ERRORS, false),
            new Report("costs", List.of(Dimension.PROVIDER), Measure.COSTS, false),
            new Report("providers", List.of(Dimension.PROVIDER), Measure.PROVIDERS, true),
            new Report("latency", List.of(Dimension.OPERATION), List.of(), true));

    /// The one whose label is the last part of a path.
    static Report at(String path) {
        var label = path.substring(path.lastIndexOf('/') + 1);
        return ALL.stream()
                .filter(report -> report.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no report is at " + path));
    }

    /// The names of what is told of a group.
    List<String> measured() {
        return Stream.concat(
                        sums.stream().map(Measure::name), hasLatency ? Quantiles.NAMES.stream() : Stream.<String>of())
                .toList();
    }
}
