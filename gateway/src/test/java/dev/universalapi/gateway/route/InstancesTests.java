package dev.universalapi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

class InstancesTests {
    private static final ServiceInstance ONE =
            new DefaultServiceInstance("one", "search-service", "127.0.0.1", 1, false);
    private static final ServiceInstance TWO =
            new DefaultServiceInstance("two", "search-service", "127.0.0.1", 2, false);

    private final AtomicInteger asked = new AtomicInteger();
    private final Instances instances = new Instances(_ -> new Discovery(), Duration.ofSeconds(60));
    private List<ServiceInstance> registered = List.of();
    private VirtualTimeScheduler time;

    @BeforeEach
    void timeStandsStill() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void timeGoesOn() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void looksUpOnceASecond() {
        registered = List.of(ONE);
        found();
        found();
        time.advanceTimeBy(Duration.ofMillis(1_001));
        registered = List.of(ONE, TWO);

        assertThat(found()).containsExactly(ONE, TWO);
        assertThat(asked).hasValue(2);
    }

    @Test
    void goesOnWithTheLastWhenDiscoveryIsStartedAnewAndKnowsNobody() {
        registered = List.of(ONE, TWO);
        found();
        registered = List.of();
        time.advanceTimeBy(Duration.ofSeconds(30));

        assertThat(found()).containsExactly(ONE, TWO);
    }

    @Test
    void asksOnlyThoseWhoAreNamedWhenSomeAre() {
        registered = List.of(ONE, TWO);
        found();
        registered = List.of(TWO);
        time.advanceTimeBy(Duration.ofSeconds(2));

        assertThat(found()).containsExactly(TWO);
    }

    @Test
    void forgetsTheLastAfterAWhile() {
        registered = List.of(ONE);
        found();
        registered = List.of();
        time.advanceTimeBy(Duration.ofSeconds(61));

        assertThat(found()).isEmpty();
    }

    @Test
    void hasNobodyBeforeAnybodyWasNamed() {
        assertThat(found()).isEmpty();
    }

    private List<ServiceInstance> found() {
        return instances.of("search-service").blockOptional().orElseThrow();
    }

    private final class Discovery implements ServiceInstanceListSupplier {
        @Override
        public String getServiceId() {
            return "search-service";
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            asked.incrementAndGet();
            return Flux.just(registered);
        }
    }
}
