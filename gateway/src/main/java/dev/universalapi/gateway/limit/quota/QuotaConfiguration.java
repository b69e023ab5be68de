package dev.universalapi.gateway.limit.quota;

import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.security.TokenMint;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
class QuotaConfiguration {

    @Bean
    Projects projects() {
        return new Projects();
    }

    @Bean
    Usage usage(ReactorLoadBalancerExchangeFilterFunction balanced, TokenMint mint, Projects projects) {
        return new UsageClient(WebClient.builder().filter(balanced).build(), mint, projects);
    }

    /// Without Kafka nobody is warned.
    @Bean
    Warnings warnings(ObjectProvider<Events> events) {
        return new Warnings(events.getIfAvailable(), InstantSource.system());
    }
}
