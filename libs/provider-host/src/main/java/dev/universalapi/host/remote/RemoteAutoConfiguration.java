package dev.universalapi.host.remote;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.host.ProvidersProperties;
import dev.universalapi.host.Respondents;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.host.stream.EventStreams;
import dev.universalapi.host.stream.Pace;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.SecurityAutoConfiguration;
import dev.universalapi.platform.web.Departures;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Has an application ask another host of providers, or answer others for its own.
@AutoConfiguration(
        after = SecurityAutoConfiguration.class,
        afterName = {
            "dev.universalapi.host.operation.OperationsAutoConfiguration",
            "dev.universalapi.host.ProviderHostAutoConfiguration"
        })
@Import({RemoteAutoConfiguration.Asks.class, RemoteAutoConfiguration.Answers.class})
final class RemoteAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${universal.providers.remote:}'.isEmpty()")
    static class Asks {
        private static final Status WARNING = new Status("WARNING");

        @Bean
        HostClient hostClient(
                ObjectProvider<DiscoveryClient> discovery,
                ProvidersProperties properties,
                ObjectProvider<Badge> badge) {
            var shown = badge.getIfAvailable(() -> {
                throw new IllegalStateException(
                        "universal.providers.remote is set: it wants universal.security.signing-key too");
            });
            return new HostClient(discovery.getObject(), properties.remote(), shown);
        }

        @Bean
        Respondents respondents(HostClient client, Operations operations, ProvidersProperties properties) {
            return new RemoteRespondents(client, operations, properties.mode());
        }

        @Bean
        HealthIndicator hostHealthIndicator(HostClient client) {
            return () -> (client.isKnown() ? Health.up() : Health.status(WARNING))
                    .withDetail("asked", client.host())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @AskedHere
    static class Answers {

        @Bean
        ProvidersController providersController(
                HostedOperations operations, Respondents respondents, Departures departures, MeterRegistry meters) {
            var streams = new EventStreams(departures, Wire.JSON, meters, Pace.DEFAULT);
            return new ProvidersController(operations, respondents, departures, streams);
        }
    }
}
