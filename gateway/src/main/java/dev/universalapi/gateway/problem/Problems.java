package dev.universalapi.gateway.problem;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.Problem;
import dev.universalapi.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Answers with a problem whatever went wrong.
final class Problems implements ErrorWebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // too late for words: the connection breaks, so that nobody takes half an answer for a whole one
            return Mono.error(thrown);
        }
        ProblemException problem = Recognition.of(exchange, thrown);
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            log.atError()
                    .addKeyValue(RequestId.LOG_KEY, RequestIds.of(exchange))
                    .setCause(thrown)
                    .log("a request failed for a reason nobody foresaw");
        }
        return write(exchange, problem);
    }

    private static Mono<Void> write(ServerWebExchange exchange, ProblemException thrown) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        // what a route has set before it failed belongs to an answer that will not come
        headers.remove(HttpHeaders.TRANSFER_ENCODING);
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.remove(HttpHeaders.TRAILER);
        Problem problem = Problem.of(thrown, exchange.getRequest().getPath().value(), RequestIds.of(exchange));
        byte[] body = problem.json();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        headers.set(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.setContentLength(body.length);
        if (problem.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"universal-api\"");
        }
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        }
        return exchange.getRequest().getMethod().equals(HttpMethod.HEAD)
                ? response.setComplete()
                : response.writeWith(
                        Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
