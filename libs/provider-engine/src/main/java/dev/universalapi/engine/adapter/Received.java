package dev.universalapi.engine.adapter;

import dev.universalapi.egress.EgressResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a provider sent, for an adapter to read.
///
/// @param status 200 to 299
/// @param headers by lower-case name, in the order received
/// @param body after decompression
public record Received(int status, Map<String, List<String>> headers, byte[] body) {

    static Received of(EgressResponse response) {
        return new Received(response.status(), response.headers(), response.body());
    }

    /// The first value of a header, by its lower-case name.
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
