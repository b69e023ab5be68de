package dev.universalapi.analytics.usage;

import dev.universalapi.contracts.event.search.UsageRecorded;
import java.util.Comparator;

/// Everything that usage is told apart by.
///
/// @param operation `weather/current`
/// @param outcome `ok`, `timeout`
public record Series(
        String organisation,
        String key,
        String category,
        String operation,
        String provider,
        String outcome,
        boolean cached)
        implements Comparable<Series> {
    private static final Comparator<Series> ORDER = Comparator.comparing(Series::organisation)
            .thenComparing(Series::key)
            .thenComparing(Series::category)
            .thenComparing(Series::operation)
            .thenComparing(Series::provider)
            .thenComparing(Series::outcome)
            .thenComparing(Series::cached);

    /// The series that an event is counted in.
    public static Series of(UsageRecorded event) {
        return new Series(
                event.organisation(),
                event.key(),
                event.category(),
                event.operation(),
                event.provider(),
                event.outcome(),
                event.cached());
    }

    @Override
    public int compareTo(Series other) {
        return ORDER.compare(this, other);
    }
}
