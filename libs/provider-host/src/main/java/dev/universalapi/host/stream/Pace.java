package dev.universalapi.host.stream;

import java.time.Duration;

/// What a reader of a stream gets and must keep.
///
/// @param heartbeat the longest silence towards the reader
/// @param patience how long a full queue waits for the reader, or a part to be sent, before the reader is dropped
/// @param parts how many wait for the reader
/// @param bytes the largest part
/// @param held how many bytes of them wait for the reader, so that many slow readers cannot fill the memory
public record Pace(Duration heartbeat, Duration patience, int parts, int bytes, int held) {
    private static final int KIB = 1024;

    /// A heartbeat every 15 s, parts of at most 64 KiB, of which 64 or 256 KiB wait.
    public static final Pace DEFAULT = new Pace(Duration.ofSeconds(15), Duration.ofSeconds(5), 64, 64 * KIB, 256 * KIB);
}
