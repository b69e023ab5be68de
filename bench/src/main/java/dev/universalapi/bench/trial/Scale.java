package dev.universalapi.bench.trial;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// How much of a trial is run, and where.
///
/// @param brief the same checks with less load and repetition, in at most two minutes
/// @param project the folder of the checkout
/// @param options what else was typed, `--name value`, by name
public record Scale(boolean brief, Path project, Map<String, String> options) {

    public Scale {
        options = Map.copyOf(options);
    }

    /// The value of an option, where it was typed.
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// The first in full, the second when brief.
    public int of(int full, int less) {
        return brief ? less : full;
    }
}
