package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.Told;
import java.time.Duration;
import java.util.Optional;

/// What came of asking.
///
/// @param <R> all that whoever asked knows of it; those who shared the call get the same
public sealed interface Loaded<R> {

    R reply();

    /// Somebody answered.
    record Answered<R>(R reply, Told told, Keeping keeping) implements Loaded<R> {}

    /// All who were asked say that there is nothing.
    record Nothing<R>(R reply) implements Loaded<R> {}

    /// Nobody answered.
    ///
    /// @param sick whether providers are at fault, so that an old answer is better than none; else the question is
    record Failed<R>(R reply, boolean sick) implements Loaded<R> {}

    /// What decides how an answer is kept.
    ///
    /// @param fresh the manifest's `cache`; empty if its terms or the manifest do not let it be kept
    /// @param empty whether it says that there is nothing
    /// @param degraded whether somebody else had failed before
    /// @param partial whether something was left out of it
    /// @param shareable whether the provider's terms let it be passed from one customer to another
    record Keeping(Optional<Duration> fresh, boolean empty, boolean degraded, boolean partial, boolean shareable) {}
}
