package dev.universalapi.bench.trial;

import java.nio.file.Path;

/// How much of a trial is run, and where.
///
/// @param brief the same checks with less load and repetition, in at most two minutes
/// @param project the folder of the checkout
public record Scale(boolean brief, Path project) {

    /// The first in full, the second when brief.
    public int of(int full, int less) {
        return brief ? less : full;
    }
}
