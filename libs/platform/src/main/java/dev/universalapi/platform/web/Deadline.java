package dev.universalapi.platform.web;

import java.time.Duration;
import java.time.Instant;

/// The moment after which the caller no longer waits. A controller takes it as a parameter.
public record Deadline(Instant at) {
    /// Where the caller says how long it waits, in milliseconds.
    public static final String HEADER = "X-Request-Timeout-Ms";

    static final Duration DEFAULT = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofSeconds(30);
}
