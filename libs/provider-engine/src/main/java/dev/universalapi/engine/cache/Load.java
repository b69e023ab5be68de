package dev.universalapi.engine.cache;

import java.time.Instant;

/// Asks the providers.
@FunctionalInterface
public interface Load<R> {

    /// Asks until that moment. It may run on a thread of its own, which is interrupted when nobody waits any more.
    Loaded<R> run(Instant deadline);
}
