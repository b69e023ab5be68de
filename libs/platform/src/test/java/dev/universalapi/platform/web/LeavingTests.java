package dev.universalapi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.TokenVerifier;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

class LeavingTests {
    private static final Duration LINGER = Duration.ofMillis(300);
    private static final int CONSUMERS = 1000;
    private static final String REFUSES = "readiness refuses";

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private volatile @Nullable Long leftAt;

    /// A whole service with a port, that has nothing to do.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Idle {
        @Bean
        TokenVerifier verifier() throws JOSEException {
            var key = new ECKeyGenerator(Curve.P_256).keyID("gateway").generate();
            return TokenVerifier.of(new JWKSet(key).toString(true), InstantSource.system());
        }
    }

    @Test
    void hasNothingToLeaveWithoutDiscovery() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LeavingAutoConfiguration.class))
                .withBean("work", SmartLifecycle.class, () -> work("work", SmartLifecycle.DEFAULT_PHASE))
                .run(_ -> assertThat(events).isEmpty());

        assertThat(events).containsExactly("work ends");
    }

    @Test
    void refusesThenLeavesThenLingersThenDrainsThenStops() throws Exception {
        var service = start();
        var held = held(service, "/held");
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        service.close();

        assertThat(held.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(events)
                .containsExactly(
                        REFUSES,
                        "left notes",
                        "readiness is OUT_OF_SERVICE and the port answers 200",
                        "lingered",
                        "work ends",
                        "a request is answered",
                        "consumers end",
                        "pools end");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Idle.class)
                .initializers(context -> register((GenericApplicationContext) context))
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.cloud.config.enabled=false",
                        "--universal.leaving.linger=" + LINGER.toMillis() + "ms");
    }

    private void register(GenericApplicationContext context) {
        bean(context, "here", Registration.class, Discovery.Here::new);
        bean(context, "discovery", Discovery.class, () -> new Discovery(said -> left(said, context)));
        bean(context, "work", SmartLifecycle.class, () -> work("work", SmartLifecycle.DEFAULT_PHASE));
        bean(context, "consumers", SmartLifecycle.class, () -> work("consumers", CONSUMERS));
        bean(context, "pools", AutoCloseable.class, () -> () -> events.add("pools end"));
        bean(context, "door", FilterRegistrationBean.class, () -> {
            var door = new FilterRegistrationBean<Filter>((request, answer, _) -> answer((HttpServletRequest) request));
            door.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return door;
        });
        context.addApplicationListener((ApplicationListener<AvailabilityChangeEvent<?>>) event -> {
            // that of the management port refuses as well
            if (event.getState() == ReadinessState.REFUSING_TRAFFIC && !events.contains(REFUSES)) {
                events.add(REFUSES);
            }
        });
    }

    private static <T> void bean(GenericApplicationContext context, String name, Class<T> type, Supplier<T> made) {
        context.registerBean(name, type, made);
    }

    private void answer(HttpServletRequest request) {
        if (request.getRequestURI().equals("/held")) {
            asked.countDown();
            try {
                answering.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            events.add("a request is answered");
        }
    }

    private void left(String said, ConfigurableApplicationContext service) {
        events.add(said);
        try {
            events.add("readiness is %s and the port answers %d"
                    .formatted(
                            Objects.requireNonNull(service.getBean(HealthEndpoint.class)
                                            .healthForPath("readiness"))
                                    .getStatus(),
                            held(service, "/here").get(20, TimeUnit.SECONDS).statusCode()));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            events.add(e.toString());
        }
        leftAt = System.nanoTime();
    }

    private static CompletableFuture<HttpResponse<String>> held(ConfigurableApplicationContext service, String path) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private SmartLifecycle work(String name, int phase) {
        return new Work(phase, () -> {
            var since = leftAt;
            leftAt = null;
            if (since != null && System.nanoTime() - since >= LINGER.toNanos()) {
                events.add("lingered");
            }
            events.add(name + " end" + (name.endsWith("s") ? "" : "s"));
            answering.countDown();
        });
    }

    /// Something that ends in a phase.
    private static final class Work implements SmartLifecycle {
        private final int phase;
        private final Runnable end;
        private volatile boolean running;

        Work(int phase, Runnable end) {
            this.phase = phase;
            this.end = end;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            end.run();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
