package dev.universalapi.analytics.report.question;

import dev.universalapi.analytics.usage.Grain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is asked about usage.
///
/// @param by at most two, in the order in which rows are sorted
/// @param only values that are asked for
/// @param cached whether only answers out of the cache count, or only others; null for both
/// @param from the first moment
/// @param to the moment after the last
/// @param bucket null for one row over the whole time
/// @param limit how many rows at most
/// @param after where the last page ended
public record Question(
        List<Dimension> by,
        Map<Dimension, String> only,
        @Nullable Boolean cached,
        Instant from,
        Instant to,
        @Nullable Grain bucket,
        int limit,
        @Nullable Position after) {

    /// The last row of a page.
    ///
    /// @param bucket null where rows are not by bucket
    /// @param values of the dimensions
    public record Position(@Nullable Instant bucket, List<String> values) {}

    public Question {
        by = List.copyOf(by);
        only = Map.copyOf(only);
    }

    /// The same with another limit.
    public Question most(int other) {
        return new Question(by, only, cached, from, to, bucket, other, after);
    }
}
