package dev.universalapi.host.stream;

import java.time.Duration;

/// What a reader of a stream gets and must keep.
///
/// @param heartbeat the longest silence towards the reader
/// @param patience how long a full queue waits for the reader before the reader is dropped
/// @param parts how many wait for the reader
/// @param bytes the largest part
public record Pace(Duration heartbeat, Duration patience, int parts, int bytes) {
    /// A heartbeat every 15 s, at most 64 parts of 64 KiB.
    public static final Pace DEFAULT = new Pace(Duration.ofSeconds(15), Duration.ofSeconds(5), 64, 64 * 1024);
}
