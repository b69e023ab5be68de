package dev.universalapi.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class PeersIntegrationTests {
    private static final Duration LONG = Duration.ofSeconds(90);

    /// Somebody who calls others.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Client {}

    @Test
    void oneDiesAndComesBackAndClientsAlwaysFind() throws Exception {
        var ports = List.of(Peer.freePort(), Peer.freePort());
        try (var first = Peer.start(ports.getFirst(), ports);
                var second = Peer.start(ports.getLast(), ports)) {
            until(() -> first.isReady() && second.isReady());
            first.register("BEFORE");
            until(() -> second.knows("BEFORE"));
            try (var client = client(ports)) {
                until(() -> finds(client, "before"));

                first.kill();
                second.register("MEANWHILE");
                until(() -> finds(client, "meanwhile"));

                try (var back = Peer.start(ports.getFirst(), ports)) {
                    until(back::isReady);
                    assertThat(back.knows("BEFORE")).isTrue();
                    assertThat(back.knows("MEANWHILE")).isTrue();

                    second.kill();
                    back.register("AFTER");
                    until(() -> finds(client, "after"));
                    assertThat(finds(client, "before")).isTrue();
                }
            }
        }
    }

    private static void until(Callable<Boolean> seen) {
        await().atMost(LONG).until(seen);
    }

    private static boolean finds(ConfigurableApplicationContext client, String service) {
        return !client.getBean(DiscoveryClient.class).getInstances(service).isEmpty();
    }

    /// One that knows both.
    private static ConfigurableApplicationContext client(List<Integer> ports) {
        return new SpringApplicationBuilder(Client.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.location=optional:classpath:/none/",
                        "spring.application.name=client",
                        "spring.cloud.service-registry.auto-registration.enabled=false",
                        "eureka.client.jersey.enabled=false",
                        "eureka.client.register-with-eureka=false",
                        "eureka.client.registry-fetch-interval-seconds=1",
                        "eureka.client.service-url.defaultZone=" + Peer.urls(ports))
                .run();
    }
}
