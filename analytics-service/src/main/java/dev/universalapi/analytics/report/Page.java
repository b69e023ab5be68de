package dev.universalapi.analytics.report;

import dev.universalapi.analytics.report.question.Dimension;
import dev.universalapi.analytics.report.question.Positions;
import dev.universalapi.analytics.report.question.Question;
import dev.universalapi.analytics.usage.Grain;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a report.
///
/// @param data rows: bucket and dimensions, then what was measured
record Page(List<Group> data, Meta meta) {

    /// What is told beside the rows.
    ///
    /// @param from the first moment, as it was rounded
    /// @param to the moment after the last, as it was rounded
    /// @param bucket `minute`, `hour`, `day`; null for one row over the whole time
    /// @param by what rows are grouped by
    /// @param next the cursor of the next page, of one with fewer rows than the limit too; null at the end
    record Meta(
            Instant from,
            Instant to,
            @Nullable String bucket,
            List<String> by,
            @Nullable String next) {}

    /// @param isWhole whether there are no more than those
    static Page of(Question question, List<Group> groups, boolean isWhole) {
        return new Page(
                List.copyOf(groups),
                new Meta(
                        question.from(),
                        question.to(),
                        label(question.bucket()),
                        question.by().stream().map(Dimension::label).toList(),
                        isWhole ? null : Positions.write(groups.getLast().position())));
    }

    private static @Nullable String label(@Nullable Grain bucket) {
        return bucket == null ? null : bucket.label();
    }
}
