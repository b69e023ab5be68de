package dev.universalapi.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/// The instances of each service, as discovery knows them. They are looked up once a second, not once a request.
final class Instances {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Function<String, ServiceInstanceListSupplier> suppliers;
    private final ConcurrentHashMap<String, Mono<List<ServiceInstance>>> known = new ConcurrentHashMap<>();

    /// @param suppliers who knows the instances, by service; asked once for each service that has a route
    Instances(Function<String, ServiceInstanceListSupplier> suppliers) {
        this.suppliers = suppliers;
    }

    /// Those of one service; empty if there is none.
    Mono<List<ServiceInstance>> of(String service) {
        return known.computeIfAbsent(
                service,
                name -> Mono.defer(() -> suppliers.apply(name).get().next())
                        .defaultIfEmpty(List.of())
                        .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO));
    }
}
