package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.engine.quota.Counts;
import dev.universalapi.host.redis.RedisLink.State;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

@RealStores
class RedisAutoConfigurationTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(RedisAutoConfiguration.class))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void countsOfHostsWithoutAnAddressAreAwayForEver() {
        runner.run(context -> {
            var counts = context.getBean(RedisCounting.class).counts("live");
            var ask = new Counts.Ask("acme:key", "a", Instant.EPOCH, true, 0, Instant.EPOCH, -1, List.of());

            assertThat(counts.away()).isTrue();
            assertThat(counts.tell(ask)).isEmpty();
        });
    }

    @Test
    void hostsWorkWithoutAnAddress() {
        runner.run(context -> {
            var health = context.getBean(RedisHealth.class).health();

            assertThat(context.getBean(RedisLink.class).state()).isEqualTo(State.NONE);
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsEntry("state", "none")
                    .containsEntry("caches", "this process only")
                    .containsEntry("quotas", "limit ÷ replicas")
                    .containsEntry("receipts", "this process only");
            assertThat(connected(context)).isNull();
        });
    }

    @Test
    void hostsStartWhileRedisIsAway() {
        try (var server = RedisServer.later()) {
            runner.withPropertyValues("universal.redis.uri=" + server.uri()).run(context -> {
                var health = context.getBean(RedisHealth.class).health();

                assertThat(health.getStatus().getCode()).isEqualTo("WARNING");
                assertThat(health.getDetails()).containsEntry("state", "away").containsKey("quotas");
                assertThat(connected(context)).isNotNull().returns(0.0, Gauge::value);
            });
        }
    }

    @Test
    void nothingIsLessWhileRedisAnswers() {
        try (var server = RedisServer.start()) {
            runner.withPropertyValues("universal.redis.uri=" + server.uri()).run(context -> {
                var link = context.getBean(RedisLink.class);
                await().until(() -> link.state() == State.CONNECTED);

                var health = context.getBean(RedisHealth.class).health();

                assertThat(health.getStatus()).isEqualTo(Status.UP);
                assertThat(health.getDetails()).containsOnlyKeys("state");
            });
        }
    }

    private static @Nullable Gauge connected(ApplicationContext context) {
        return context.getBean(MeterRegistry.class).find("redis.connected").gauge();
    }
}
