package dev.universalapi.gateway.page;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/// Pages can be read, and nothing else.
final class Reading {

    private static final Set<HttpMethod> ALLOWED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private Reading() {}

    static RouterFunction<ServerResponse> at(String path, HandlerFunction<ServerResponse> page) {
        return RouterFunctions.route(
                RequestPredicates.path(path),
                request -> ALLOWED.contains(request.method())
                        ? page.handle(request)
                        : Mono.error(new MethodNotAllowedException(request.method(), ALLOWED)));
    }
}
