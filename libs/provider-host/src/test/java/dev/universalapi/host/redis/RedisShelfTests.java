package dev.universalapi.host.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.host.redis.RedisLink.State;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RealStores
class RedisShelfTests {
    private static final byte[] BYTES = {1, 0, -1};
    private static final Duration AMPLE = Duration.ofSeconds(5);

    @Test
    void findsWhatWasPutInItsModeForAsLongAsItLives() {
        try (var server = RedisServer.start();
                var link = new RedisLink(server.properties(AMPLE), new SimpleMeterRegistry())) {
            await().until(() -> link.state() == State.CONNECTED);
            var live = new RedisShelf(link, link, "live");
            var sandbox = new RedisShelf(link, link, "sandbox");

            live.put("a", BYTES, Duration.ofMinutes(1));
            live.put("b", BYTES, Duration.ZERO);

            await().until(() -> live.find("a").isPresent());
            assertThat(live.find("a").orElseThrow()).isEqualTo(BYTES);
            assertThat(live.find("b")).isEmpty();
            assertThat(sandbox.find("a")).isEmpty();
            assertThat(link.ask(redis -> redis.pttl("universal:answer:live:a".getBytes(UTF_8))))
                    .hasValueSatisfying(left -> assertThat(left).isBetween(1L, 60_000L));
        }
    }

    @Test
    void letsOneOfManyRenewForAWhile() {
        try (var server = RedisServer.start();
                var link = new RedisLink(server.properties(AMPLE), new SimpleMeterRegistry())) {
            await().until(() -> link.state() == State.CONNECTED);
            var one = new RedisShelf(link, link, "live");
            var other = new RedisShelf(link, link, "live");

            assertThat(one.claims("a", Duration.ofHours(1))).isTrue();
            assertThat(other.claims("a", Duration.ofHours(1))).isFalse();
            assertThat(other.claims("b", Duration.ofMillis(50))).isTrue();
            await().until(() -> one.claims("b", Duration.ofHours(1)));
            assertThat(link.ask(redis -> redis.pttl("universal:answer:live:renewal:a".getBytes(UTF_8))))
                    .hasValueSatisfying(left -> assertThat(left).isBetween(1L, 10_000L));
        }
    }

    @Test
    void findsNothingWithoutRedis() {
        try (var server = RedisServer.later();
                var link = new RedisLink(server.properties(), new SimpleMeterRegistry())) {
            var shelf = new RedisShelf(link, link, "live");

            shelf.put("a", BYTES, Duration.ofMinutes(1));

            assertThat(shelf.find("a")).isEmpty();
            assertThat(shelf.claims("a", Duration.ofMinutes(1))).isTrue();
        }
    }
}
