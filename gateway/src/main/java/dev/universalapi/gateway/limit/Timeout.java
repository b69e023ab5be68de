package dev.universalapi.gateway.limit;

import java.time.Duration;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// How long the caller of a request waits.
public final class Timeout {

    private static final String ATTRIBUTE = Timeout.class.getName();

    private Timeout() {}

    /// Empty before the header was read.
    public static Optional<Duration> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    static void set(ServerWebExchange exchange, Duration timeout) {
        exchange.getAttributes().put(ATTRIBUTE, timeout);
    }
}
