package dev.universalapi.gateway.route;

import dev.universalapi.platform.security.TokenMint;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteProperties.class)
class RouteConfiguration {

    @Bean
    Routes routes(RouteProperties properties) {
        return new Routes(properties.services());
    }

    @Bean
    InwardHeaders inwardHeaders(TokenMint mint) {
        return new InwardHeaders(mint);
    }

    @Bean
    Unanswered unanswered(RouteProperties properties) {
        return new Unanswered(properties.avoid());
    }

    @Bean
    AnsweringFirst answeringFirst(
            LoadBalancerClientFactory discovered, Unanswered unanswered, RouteProperties properties) {
        Instances instances = new Instances(
                service -> Objects.requireNonNull(discovered.getInstance(service, ServiceInstanceListSupplier.class)),
                properties.remembered());
        return new AnsweringFirst(instances, unanswered);
    }

    @Bean
    SecondTry secondTry(Unanswered unanswered) {
        return new SecondTry(unanswered);
    }

    @Bean
    HttpClientFactory boundedHttpClient(
            HttpClientProperties properties,
            ServerProperties server,
            ObjectProvider<HttpClientCustomizer> customizers,
            RouteProperties routes) {
        return new BoundedHttpClient(
                properties, server, customizers.orderedStream().collect(Collectors.toList()), routes);
    }

    /// Who tries again, and what, is for [SecondTry] alone to say: the client's own retry would repeat commands
    /// as well.
    @Bean
    HttpClientCustomizer oneTry(RouteProperties properties) {
        return client ->
                client.disableRetry(true).responseTimeout(properties.silence()).keepAlive(true);
    }

    @Bean
    CrossOrigin crossOrigin(RouteProperties properties) {
        return new CrossOrigin(properties.origins());
    }

    @Bean
    TransportHealth transportHealthIndicator() {
        return new TransportHealth(System.getProperty("os.name"));
    }

    @Bean
    Drain drain(RouteProperties properties) {
        return new Drain(properties.drain());
    }
}
