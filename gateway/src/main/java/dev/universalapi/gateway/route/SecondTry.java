package dev.universalapi.gateway.route;

import java.net.URI;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks another instance, once, when one does not answer a request that changes nothing and has no body to keep.
final class SecondTry implements GlobalFilter, Ordered {

    private final Unanswered unanswered;

    SecondTry(Unanswered unanswered) {
        this.unanswered = unanswered;
    }

    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!isSafe(exchange.getRequest())) {
            return attempt(exchange, chain);
        }
        ServerWebExchange repeatable =
                exchange.mutate().request(new Bodiless(exchange.getRequest())).build();
        URI service = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        return attempt(repeatable, chain).onErrorResume(thrown -> Unanswered.isMeantBy(thrown, exchange), _ -> {
            ServerWebExchangeUtils.reset(repeatable);
            repeatable.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, service);
            return attempt(repeatable, chain);
        });
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).doOnError(thrown -> {
            if (Unanswered.isMeantBy(thrown, exchange)) {
                unanswered.note(exchange);
            }
        });
    }

    private static boolean isSafe(ServerHttpRequest request) {
        HttpMethod method = request.getMethod();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && request.getHeaders().getContentLength() <= 0
                && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    /// The real body can be read once, even where it is empty.
    private static final class Bodiless extends ServerHttpRequestDecorator {

        Bodiless(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.empty();
        }
    }
}
