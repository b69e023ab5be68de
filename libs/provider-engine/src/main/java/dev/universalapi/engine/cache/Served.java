package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.Entry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a question is answered with.
public sealed interface Served<R> {

    /// Where it came from.
    How how();

    /// By what is kept.
    ///
    /// @param age since the provider answered
    /// @param failed the reply of those who were asked and did not answer, where that is why
    record Kept<R>(
            Entry entry, Duration age, How how, @Nullable R failed) implements Served<R> {}

    /// By those who were asked, for this question or for one that is the same.
    record Replied<R>(R reply, How how) implements Served<R> {}

    /// Not at all: the caller's time is up, or the caller left.
    record Unanswered<R>(How how) implements Served<R> {}
}
