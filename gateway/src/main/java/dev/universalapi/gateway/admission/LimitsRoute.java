package dev.universalapi.gateway.admission;

import java.net.URI;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The one route that ends at the edge itself. It is a route so that it needs a key as all others do.
final class LimitsRoute implements RouteLocator {
    private static final String PATH = "/api/limits";

    private final Route route;

    LimitsRoute(LimitsPage page) {
        this.route = Route.async()
                .id("gateway")
                .order(-1)
                .uri(URI.create("edge://limits"))
                .predicate(exchange -> exchange.getRequest().getPath().value().equals(PATH))
                .filter((exchange, _) ->
                        HttpMethod.GET.equals(exchange.getRequest().getMethod())
                                ? page.answer(exchange)
                                : Mono.error(LimitsPage.onlyRead()))
                .build();
    }

    @Override
    public Flux<Route> getRoutes() {
        return Flux.just(route);
    }
}
