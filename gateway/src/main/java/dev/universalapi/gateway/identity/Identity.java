package dev.universalapi.gateway.identity;

import dev.universalapi.platform.security.Caller;
import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// Who a request comes from, once its key is known.
public final class Identity {

    private static final String ATTRIBUTE = Identity.class.getName();

    private Identity() {}

    /// Empty for a request that was not, or not yet, let in.
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    static void set(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }
}
