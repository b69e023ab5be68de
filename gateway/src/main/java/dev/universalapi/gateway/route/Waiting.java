package dev.universalapi.gateway.route;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.springframework.cloud.client.ServiceInstance;
import reactor.core.publisher.Mono;

/// How many requests of this gateway wait for each instance.
final class Waiting {
    private final ConcurrentHashMap<String, Integer> requests = new ConcurrentHashMap<>();

    /// Counts a request until it is over, however it ends.
    Mono<Void> during(ServiceInstance instance, Mono<Void> request) {
        var name = Unanswered.name(instance);
        return Mono.defer(() -> {
            requests.merge(name, 1, Integer::sum);
            return request.doFinally(_ -> requests.computeIfPresent(name, (_, many) -> many == 1 ? null : many - 1));
        });
    }

    /// Of two at random the one with fewer.
    ///
    /// @param instances at least one
    ServiceInstance fewer(List<ServiceInstance> instances, RandomGenerator random) {
        var one = random.nextInt(instances.size());
        if (instances.size() == 1) {
            return instances.getFirst();
        }
        var other = (one + 1 + random.nextInt(instances.size() - 1)) % instances.size();
        return of(instances.get(other)) < of(instances.get(one)) ? instances.get(other) : instances.get(one);
    }

    /// Requests that wait for it now.
    int of(ServiceInstance instance) {
        return requests.getOrDefault(Unanswered.name(instance), 0);
    }
}
