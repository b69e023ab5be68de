package dev.universalapi.engine.choice;

import java.time.Duration;
import java.time.Instant;

/// One question, as far as the choice is concerned.
///
/// @param path the operation, `category/operation`
/// @param now the moment of the choice
/// @param deadline the moment after which an answer is worth nothing
public record Wanted(String path, Record query, Route route, Instant now, Instant deadline) {

    /// How long an answer may take.
    Duration remaining() {
        return Duration.between(now, deadline);
    }
}
