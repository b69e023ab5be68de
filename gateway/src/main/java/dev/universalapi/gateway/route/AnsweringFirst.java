package dev.universalapi.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.support.NotFoundException;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Picks an instance among those that answer; one that lately did not only where there is no other. Of two at random
/// it takes the one that fewer requests of this gateway wait for: one that is slow gets less, and one
/// that has just started one request at a time.
///
/// It stands for Spring's own filter, which looks beans up and builds a dozen objects for each request: a twelfth of
/// all the edge's work.
final class AnsweringFirst implements GlobalFilter, Ordered {
    private static final String BALANCED = "lb";

    private final Instances instances;
    private final Unanswered unanswered;
    private final Waiting waiting = new Waiting();

    AnsweringFirst(Instances instances, Unanswered unanswered) {
        this.instances = instances;
        this.unanswered = unanswered;
    }

    @Override
    public int getOrder() {
        return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        URI address = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        if (!BALANCED.equals(address.getScheme())) {
            return chain.filter(exchange);
        }
        String service = address.getHost();
        return instances.of(service).flatMap(found -> {
            if (found.isEmpty()) {
                return Mono.error(NotFoundException.create(false, "no instance of " + service));
            }
            ServiceInstance chosen = choose(found, exchange);
            Unanswered.chosen(exchange, chosen);
            exchange.getAttributes()
                    .put(
                            ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                            at(chosen, exchange.getRequest().getURI()));
            return waiting.during(chosen, chain.filter(exchange))
                    .doOnError(thrown -> Unanswered.isMeantBy(thrown, exchange), _ -> waiting.forget(chosen));
        });
    }

    private ServiceInstance choose(List<ServiceInstance> found, ServerWebExchange exchange) {
        if (found.size() == 1) {
            return found.getFirst();
        }
        Predicate<ServiceInstance> untried = instance -> !unanswered.by(exchange, instance);
        List<ServiceInstance> best =
                preferred(preferred(found, untried), untried.and(instance -> !unanswered.lately(instance)));
        return waiting.fewer(best, ThreadLocalRandom.current());
    }

    private static List<ServiceInstance> preferred(List<ServiceInstance> all, Predicate<ServiceInstance> wish) {
        List<ServiceInstance> granted = all.stream().filter(wish).toList();
        return granted.isEmpty() ? all : granted;
    }

    /// As it was asked for: Spring's own address is encoded twice where a query has both brackets and percent signs.
    /// Brackets, which browsers send as they are, are no part of a query to stricter servers.
    private static URI at(ServiceInstance instance, URI asked) {
        String query = asked.getRawQuery();
        String sent = query == null ? "" : "?" + query.replace("[", "%5B").replace("]", "%5D");
        return URI.create(instance.getUri() + asked.getRawPath() + sent);
    }
}
