package dev.universalapi.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.host.redis.RedisLink;
import dev.universalapi.host.redis.RedisServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisIdempotencyTests extends IdempotencySuite {
    private static final RedisServer SERVER = RedisServer.later();
    private static final RedisLink LINK =
            new RedisLink(SERVER.properties(Duration.ofSeconds(5)), new SimpleMeterRegistry());

    private Instant now = Instant.EPOCH;
    private final Idempotency own = new InMemoryIdempotency(() -> now);
    private final Idempotency keys = new RedisIdempotency(LINK, () -> now, own);

    @BeforeAll
    static void start() {
        SERVER.resume();
        await().until(() -> LINK.state() == RedisLink.State.CONNECTED);
    }

    @AfterAll
    static void stop() {
        LINK.close();
        SERVER.close();
    }

    @Override
    Idempotency keys() {
        return keys;
    }

    /// Redis has a clock of its own: what should be forgotten by now is, and nothing else.
    @Override
    void pass(Duration time) {
        now = now.plus(time);
        if (now.isAfter(Instant.EPOCH.plus(Idempotency.KEPT))) {
            var forgotten = LINK.ask(redis -> redis.flushall());
            assertThat(forgotten).isPresent();
        }
    }

    @Test
    void aKeyIsKeptForADay() {
        var key = new Idempotency.Key("live/guild", "for a day");
        keys.claim(key, "a");

        var name = "command:live/guild\nfor a day".getBytes(StandardCharsets.UTF_8);
        var left = LINK.ask(redis -> redis.ttl(name)).orElseThrow();

        assertThat(left).isBetween(86_000L, 86_400L);
    }

    @Test
    void anotherReplicaSeesTheSame() {
        var key = new Idempotency.Key("live/guild", "two replicas");
        var other = new RedisIdempotency(LINK, () -> now, new InMemoryIdempotency(() -> now));
        keys.claim(key, "a");

        assertThat(other.claim(key, "a")).isEqualTo(new Claim.UnderWay());
        keys.keep(key, "a", new byte[] {1});
        assertThat(other.claim(key, "a")).isInstanceOf(Claim.Done.class);
    }

    @Test
    void withoutRedisThisProcessKeepsThem() {
        var nowhere = new RedisLink(RedisServer.later().properties(), new SimpleMeterRegistry());
        var alone = new RedisIdempotency(nowhere, () -> now, new InMemoryIdempotency(() -> now));
        var key = new Idempotency.Key("live/guild", "alone");

        assertThat(alone.claim(key, "a")).isEqualTo(new Claim.Taken());
        alone.keep(key, "a", new byte[] {1});
        assertThat(alone.claim(key, "a")).isInstanceOf(Claim.Done.class);
        alone.release(key);
        assertThat(alone.claim(key, "a")).isEqualTo(new Claim.Taken());
        nowhere.close();
    }
}
