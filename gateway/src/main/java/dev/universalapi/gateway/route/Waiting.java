package dev.universalapi.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.springframework.cloud.client.ServiceInstance;
import reactor.core.publisher.Mono;

/// How many requests of this gateway wait for each instance, and which of them have hardly answered any yet: while an
/// instance compiles what it runs, it gets one at a time as long as there are others.
final class Waiting {
    /// Who answered so many of this gateway is as quick as it will soon be.
    static final int GROWN = 50;

    private static final int MOST_KNOWN = 1_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final ConcurrentHashMap<String, Integer> requests = new ConcurrentHashMap<>();
    private final Cache<String, LongAdder> answers = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterAccess(FORGOTTEN)
            .build();

    /// Counts a request until it is over, however it ends.
    Mono<Void> during(ServiceInstance instance, Mono<Void> request) {
        var name = Unanswered.name(instance);
        return Mono.defer(() -> {
            requests.merge(name, 1, Integer::sum);
            return request.doOnSuccess(
                            _ -> answers.get(name, _ -> new LongAdder()).increment())
                    .doFinally(_ -> requests.computeIfPresent(name, (_, many) -> many == 1 ? null : many - 1));
        });
    }

    /// Takes it for new again: who could not be reached may be another process the next time.
    void forget(ServiceInstance instance) {
        answers.invalidate(Unanswered.name(instance));
    }

    /// Of two at random the one with fewer; none that is new and has one, unless all are.
    ///
    /// @param instances at least one
    ServiceInstance fewer(List<ServiceInstance> instances, RandomGenerator random) {
        var ready = instances.stream().filter(this::takesMore).toList();
        return fewerOfTwo(ready.isEmpty() ? instances : ready, random);
    }

    private ServiceInstance fewerOfTwo(List<ServiceInstance> instances, RandomGenerator random) {
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

    private boolean takesMore(ServiceInstance instance) {
        if (of(instance) == 0) {
            return true;
        }
        var answered = answers.getIfPresent(Unanswered.name(instance));
        return answered != null && answered.sum() >= GROWN;
    }
}
