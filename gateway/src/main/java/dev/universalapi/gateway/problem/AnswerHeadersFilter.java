package dev.universalapi.gateway.problem;

import dev.universalapi.platform.observability.RequestId;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Puts the request id and the headers that keep browsers safe on every answer, whoever gave it.
///
/// No HSTS: whether the outside speaks TLS only the proxy in front knows.
final class AnswerHeadersFilter implements WebFilter, Ordered {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = RequestIds.of(exchange);
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> set(response.getHeaders(), id)));
        return chain.filter(exchange);
    }

    /// The same for an answer that Spring does not write.
    static void forEach(String requestId, BiConsumer<String, String> header) {
        header.accept(RequestId.HEADER, requestId);
        header.accept("X-Content-Type-Options", "nosniff");
        header.accept("X-Frame-Options", "DENY");
        header.accept("Referrer-Policy", "no-referrer");
        header.accept(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    }

    private static void set(HttpHeaders headers, String requestId) {
        String ownPolicy = headers.getFirst(CONTENT_SECURITY_POLICY);
        headers.remove(HttpHeaders.SERVER);
        forEach(requestId, headers::set);
        if (ownPolicy != null) {
            headers.set(CONTENT_SECURITY_POLICY, ownPolicy);
        }
    }
}
