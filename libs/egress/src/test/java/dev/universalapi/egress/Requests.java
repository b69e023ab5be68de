package dev.universalapi.egress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Requests that tests send.
final class Requests {
    private static final Duration LONG = Duration.ofSeconds(20);

    private Requests() {}

    static EgressRequest get(RawServer server) {
        return get(server, LONG);
    }

    static EgressRequest get(RawServer server, Duration timeout) {
        return get(address(server), destination(server), timeout, Map.of());
    }

    static EgressRequest get(URI address, Destination destination) {
        return get(address, destination, LONG, Map.of());
    }

    static EgressRequest get(URI address, Destination destination, Duration timeout, Map<String, String> headers) {
        return new EgressRequest("GET", address, destination, headers, new byte[0], timeout, Set.of());
    }

    static EgressRequest post(RawServer server, Map<String, String> headers, String body) {
        return new EgressRequest(
                "POST",
                address(server),
                destination(server),
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                LONG,
                Set.of());
    }

    static URI address(RawServer server) {
        return URI.create("http://localhost:" + server.port() + "/a%2Fb?q=1%202&r=%C3%A9");
    }

    static Destination destination(RawServer server) {
        return Destination.byOperator("http://localhost:" + server.port());
    }
}
