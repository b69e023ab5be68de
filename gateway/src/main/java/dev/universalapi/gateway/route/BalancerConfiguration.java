package dev.universalapi.gateway.route;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.annotation.Bean;

/// Made once a service by Spring Cloud LoadBalancer, in a context of its own: so it is no `@Configuration` to be
/// scanned.
class BalancerConfiguration {

    @Bean
    AnsweringFirst answeringFirst(ServiceInstanceListSupplier instances, Unanswered unanswered) {
        return new AnsweringFirst(instances, unanswered);
    }
}
