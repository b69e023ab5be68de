package dev.universalapi.launcher.suite;

import java.net.URI;

/// One process of the suite: where it listens.
///
/// @param name `search-service`, or `search-service-2` for the second of several
/// @param part the name of its kind
/// @param port for what it is there for
/// @param managementPort for health and figures; the same as `port` for a part without one
public record Instance(String name, String part, int port, int managementPort) {

    /// Where it is called.
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where it tells of itself.
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    URI readiness() {
        return port == managementPort
                ? address().resolve("/sandbox/health")
                : management().resolve("/actuator/health/readiness");
    }

    /// As it is registered in discovery.
    String registration() {
        return part + ":127.0.0.1:" + port;
    }
}
