package dev.universalapi.gateway.route;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/// One route a path prefix, longest first, to a service found by discovery; `=` before a path makes it that path alone.
/// Nothing here knows a provider.
final class Routes implements RouteLocator {

    private final List<Route> routes;

    private record Prefix(String path, boolean alone, String service) {

        static Prefix of(String written, String service) {
            boolean alone = written.startsWith("=");
            return new Prefix(alone ? written.substring(1) : written, alone, service);
        }
    }

    Routes(Map<String, List<String>> services) {
        this.routes = services.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(path -> Prefix.of(path, entry.getKey())))
                .sorted(Comparator.comparingInt((Prefix prefix) -> prefix.path().length())
                        .reversed()
                        .thenComparing(Prefix::path))
                .map(Routes::route)
                .toList();
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.fromIterable(routes);
    }

    private static Route route(Prefix prefix) {
        return Route.async()
                .id(prefix.service())
                .uri(URI.create("lb://" + prefix.service()))
                .predicate(exchange -> matches(exchange, prefix))
                .build();
    }

    private static boolean matches(ServerWebExchange exchange, Prefix prefix) {
        String path = exchange.getRequest().getPath().value();
        String start = prefix.path();
        boolean below = !prefix.alone() && path.length() > start.length() && path.charAt(start.length()) == '/';
        boolean matches = path.startsWith(start) && (path.length() == start.length() || below);
        if (matches) {
            // figures are labelled by route, never by path
            ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                    .ifPresent(context -> context.setPathPattern(prefix.alone() ? start : start + "/**"));
        }
        return matches;
    }
}
