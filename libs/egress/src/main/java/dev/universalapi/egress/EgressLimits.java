package dev.universalapi.egress;

import java.time.Duration;

/// How much one client may take and use. Beyond these a call fails, never the process.
///
/// @param addressBytes longest address of a request
/// @param requestBytes largest body of a request
/// @param compressedBytes largest body of an answer as it comes over the wire
/// @param responseBytes largest body of an answer after decompression
/// @param headerBytes longest header line of an answer
/// @param connections open at once, to all hosts
/// @param connectionsPerHost open at once, to one host
/// @param acquire longest wait for a free connection
/// @param connect longest wait for a connection to be made
public record EgressLimits(
        int addressBytes,
        int requestBytes,
        int compressedBytes,
        int responseBytes,
        int headerBytes,
        int connections,
        int connectionsPerHost,
        Duration acquire,
        Duration connect) {
    private static final int KIB = 1024;

    /// The limits of the manifest language, and a pool for one service.
    public static final EgressLimits DEFAULT = new EgressLimits(
            8 * KIB,
            KIB * KIB,
            4 * KIB * KIB,
            4 * KIB * KIB,
            16 * KIB,
            512,
            128,
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));
}
