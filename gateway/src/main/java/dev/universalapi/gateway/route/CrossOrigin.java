package dev.universalapi.gateway.route;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets pages of other origins call (CORS). Cookies are never let through: a key is what identifies a caller.
final class CrossOrigin implements WebFilter, Ordered {

    private final Optional<WebFilter> filter;

    CrossOrigin(List<String> origins) {
        this.filter = origins.isEmpty() ? Optional.empty() : Optional.of(filter(origins));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return filter.isPresent() ? filter.get().filter(exchange, chain) : chain.filter(exchange);
    }

    private static WebFilter filter(List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of(
                HttpMethod.GET.name(),
                HttpMethod.HEAD.name(),
                HttpMethod.POST.name(),
                HttpMethod.PUT.name(),
                HttpMethod.PATCH.name(),
                HttpMethod.DELETE.name()));
        cors.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        cors.setExposedHeaders(List.of(RequestId.HEADER, HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy"));
        cors.setMaxAge(Duration.ofHours(1));
        return new CorsWebFilter(_ -> cors, new Refusing());
    }

    private static final class Refusing extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Pages of this origin may not call here");
        }
    }
}
