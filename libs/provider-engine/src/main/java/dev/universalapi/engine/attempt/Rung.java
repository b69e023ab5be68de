package dev.universalapi.engine.attempt;

import java.time.Duration;

/// One provider that can be asked one question.
public interface Rung {
    /// Its id.
    String provider();

    /// Asks, for at most that long.
    Tried ask(Duration timeout);
}
