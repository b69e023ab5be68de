package dev.universalapi.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestData;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/// Picks an instance at random among those that answer; one that lately did not only where there is no other.
final class AnsweringFirst implements ReactorServiceInstanceLoadBalancer {

    private final ServiceInstanceListSupplier instances;
    private final Unanswered unanswered;

    AnsweringFirst(ServiceInstanceListSupplier instances, Unanswered unanswered) {
        this.instances = instances;
        this.unanswered = unanswered;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public Mono<Response<ServiceInstance>> choose(Request request) {
        Map<String, Object> attributes = attributes(request.getContext());
        return instances.get(request).next().defaultIfEmpty(List.of()).map(found -> choose(found, attributes));
    }

    private static Map<String, Object> attributes(@Nullable Object context) {
        RequestData request = context instanceof RequestDataContext data ? data.getClientRequest() : null;
        return request == null ? Map.of() : request.getAttributes();
    }

    private Response<ServiceInstance> choose(List<ServiceInstance> found, Map<String, Object> attributes) {
        if (found.isEmpty()) {
            return new EmptyResponse();
        }
        Predicate<ServiceInstance> untried = instance -> !unanswered.by(attributes, instance);
        List<ServiceInstance> best =
                preferred(preferred(found, untried), untried.and(instance -> !unanswered.lately(instance)));
        return new DefaultResponse(best.get(ThreadLocalRandom.current().nextInt(best.size())));
    }

    private static List<ServiceInstance> preferred(List<ServiceInstance> all, Predicate<ServiceInstance> wish) {
        List<ServiceInstance> granted = all.stream().filter(wish).toList();
        return granted.isEmpty() ? all : granted;
    }
}
