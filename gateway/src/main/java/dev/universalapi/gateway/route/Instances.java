package dev.universalapi.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The instances of each service, as discovery knows them. They are looked up once a second, not once a request.
///
/// A discovery that was started anew knows nobody until they have told it again. So where it names none, those that
/// it named last are asked for a while: one that is really gone refuses the connection at once.
final class Instances {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Function<String, ServiceInstanceListSupplier> suppliers;
    private final Duration remembered;
    private final ConcurrentHashMap<String, Mono<List<ServiceInstance>>> known = new ConcurrentHashMap<>();

    /// @param at when they were named, in milliseconds of the scheduler's clock
    private record Named(List<ServiceInstance> instances, long at) {}

    /// @param suppliers who knows the instances, by service; asked once for each service that has a route
    /// @param remembered how long the last are kept where there are none
    Instances(Function<String, ServiceInstanceListSupplier> suppliers, Duration remembered) {
        this.suppliers = suppliers;
        this.remembered = remembered;
    }

    /// Those of one service; empty if there is none.
    Mono<List<ServiceInstance>> of(String service) {
        return known.computeIfAbsent(service, this::remembering);
    }

    private Mono<List<ServiceInstance>> remembering(String service) {
        var last = new AtomicReference<>(new Named(List.of(), 0));
        return Mono.defer(() -> suppliers.apply(service).get().next())
                .defaultIfEmpty(List.of())
                .map(found -> named(found, last))
                .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private List<ServiceInstance> named(List<ServiceInstance> found, AtomicReference<Named> last) {
        var now = Schedulers.parallel().now(TimeUnit.MILLISECONDS);
        if (!found.isEmpty()) {
            last.set(new Named(found, now));
            return found;
        }
        var before = last.get();
        return now - before.at() <= remembered.toMillis() ? before.instances() : found;
    }
}
