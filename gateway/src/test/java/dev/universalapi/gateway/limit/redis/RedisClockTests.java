package dev.universalapi.gateway.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

@Timeout(60)
class RedisClockTests {
    private static InstantSource off(Duration by) {
        return () -> Instant.now().plus(by);
    }

    private static Status status(Duration by) {
        try (var redis = RedisServer.start();
                var link = redis.link()) {
            await().until(() -> link.state() == RedisLink.State.CONNECTED);
            var clock = new RedisClock(link, off(by));

            assertThat(clock.compare().join()).isTrue();

            assertThat(clock.instant())
                    .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
            return new ClockHealth(clock).health().getStatus();
        }
    }

    @Test
    void aClockThatIsALittleWrongIsPutRight() {
        assertThat(status(Duration.ofSeconds(20))).isEqualTo(Status.UP);
    }

    @Test
    void aClockThatIsFarFromRedisTimeIsNotReady() {
        assertThat(status(Duration.ofSeconds(40))).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(status(Duration.ofSeconds(-40))).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void withoutRedisTheOwnClockHolds() {
        try (var redis = RedisServer.start();
                var link = redis.link()) {
            redis.stop();
            await().until(() -> link.state() == RedisLink.State.AWAY);
            var clock = new RedisClock(link, off(Duration.ofSeconds(40)));

            assertThat(clock.compare().join()).isFalse();

            assertThat(new ClockHealth(clock).health().getStatus()).isEqualTo(Status.UP);
            assertThat(new RedisHealth(link).health().getStatus().getCode()).isEqualTo("WARNING");
            assertThat(new RedisHealth(link).health().getDetails()).containsEntry("limits", "limit ÷ gateways");
        }
    }
}
