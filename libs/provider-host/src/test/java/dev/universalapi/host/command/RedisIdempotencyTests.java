package dev.universalapi.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.host.redis.RedisLink;
import dev.universalapi.host.redis.RedisServer;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@RealStores
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

    @Test
    void whatWasTakenWithoutRedisStaysTakenWhenItIsBack() {
        var key = new Idempotency.Key("live/guild", "taken alone");
        own.claim(key, "a");

        assertThat(keys.claim(key, "a")).isEqualTo(new Claim.UnderWay());
        own.keep(key, "a", new byte[] {1});
        assertThat(keys.claim(key, "a")).isInstanceOf(Claim.Done.class);
        assertThat(keys.claim(key, "b")).isEqualTo(new Claim.Other());
    }

    @Test
    void whatRedisForgotIsNotDoneAgain() {
        var key = new Idempotency.Key("live/guild", "forgotten");
        keys.claim(key, "a");
        keys.keep(key, "a", new byte[] {1});

        var forgotten = LINK.ask(redis -> redis.flushall());

        assertThat(forgotten).isPresent();
        assertThat(keys.claim(key, "a")).isInstanceOf(Claim.Done.class);
    }

    @Test
    void aResultThatRedisMissedIsToldByTheProcessThatKeptIt() {
        var key = new Idempotency.Key("live/guild", "missed");
        keys.claim(key, "a");

        own.keep(key, "a", new byte[] {1}); // all that is left of a keep that Redis did not answer
        now = now.plus(Idempotency.LONGEST.plusSeconds(1));

        assertThat(keys.claim(key, "a")).isInstanceOf(Claim.Done.class);
    }

    @Test
    void aResultThatThisProcessLetGoIsToldByRedis() {
        var key = new Idempotency.Key("live/guild", "let go");
        var small = new RedisIdempotency(LINK, () -> now, new InMemoryIdempotency(() -> now, 10, 1));
        small.claim(key, "a");
        small.keep(key, "a", new byte[] {1, 2, 3});

        assertThat(small.claim(key, "a")).isInstanceOf(Claim.Done.class);
    }

    @Test
    void aKeyOfAnotherReplicaIsFreeHereOnceItIsFreeThere() {
        var key = new Idempotency.Key("live/guild", "freed");
        var other = new RedisIdempotency(LINK, () -> now, new InMemoryIdempotency(() -> now));
        other.claim(key, "a");

        assertThat(keys.claim(key, "a")).isEqualTo(new Claim.UnderWay());
        other.release(key);
        assertThat(keys.claim(key, "a")).isEqualTo(new Claim.Taken());
    }
}
