package dev.universalapi.egress;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// One call out.
///
/// @param method `GET` or `POST`
/// @param uri absolute, at most 8 KiB; refused unless it lies at the destination
/// @param destination the only place that is dialled
/// @param headers sent as they are; those that frame or route the message are refused
/// @param body empty for a `GET`
/// @param timeout for everything, from the look-up of the name to the last byte
/// @param secrets texts that must never appear in a log line, an exception or a `toString`
public record EgressRequest(
        String method,
        URI uri,
        Destination destination,
        Map<String, String> headers,
        byte[] body,
        Duration timeout,
        Set<String> secrets) {

    public EgressRequest {
        headers = Map.copyOf(headers);
        secrets = Set.copyOf(secrets);
    }

    /// The address with every secret replaced, for people.
    @Override
    public String toString() {
        return method + " " + Redaction.redact(uri.toString(), secrets);
    }
}
