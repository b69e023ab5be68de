package dev.universalapi.gateway.problem;

import dev.universalapi.platform.observability.RequestId;
import org.springframework.web.server.ServerWebExchange;

/// The id of a request: minted here, never taken from a caller, on every answer and passed on.
public final class RequestIds {

    private static final String ATTRIBUTE = RequestIds.class.getName();

    private RequestIds() {}

    /// The request's id, minted when first asked for.
    public static String of(ServerWebExchange exchange) {
        return ((RequestId) exchange.getAttributes().computeIfAbsent(ATTRIBUTE, _ -> RequestId.fresh())).value();
    }
}
