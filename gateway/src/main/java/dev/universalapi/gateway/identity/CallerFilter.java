package dev.universalapi.gateway.identity;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets nobody through to a service whose key it does not know. The edge's own pages are no routes, so they are
/// open.
final class CallerFilter implements GlobalFilter, Ordered {

    private static final String SCHEME = "bearer ";

    private final KeyFile keys;

    CallerFilter(KeyFile keys) {
        this.keys = keys;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Identity.set(exchange, caller(exchange.getRequest().getHeaders()));
        return chain.filter(exchange);
    }

    private Caller caller(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            throw new ProblemException(
                    ProblemType.MISSING_KEY,
                    "Send Authorization: Bearer uapi_… ; ./universal up prints a key when it starts");
        }
        return Optional.of(given.getFirst())
                .filter(_ -> given.size() == 1)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(text -> keys.find(text.substring(SCHEME.length()).strip()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_KEY,
                        "The key is mistyped, or nobody's; it is sent as Authorization: Bearer uapi_…"));
    }
}
