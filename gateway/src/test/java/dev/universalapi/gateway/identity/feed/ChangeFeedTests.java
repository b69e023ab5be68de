package dev.universalapi.gateway.identity.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.gateway.redis.RedisProperties;
import dev.universalapi.testkit.store.RealRedis;
import dev.universalapi.testkit.store.RealStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@RealStores
class ChangeFeedTests {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FeedState state = new FeedState();
    private final Memory memory = new Memory();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final RealRedis redis = RealRedis.later();

    /// Somebody who remembers, and notes what is heard.
    private static final class Memory implements Remembers {
        private final List<Change> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger missed = new AtomicInteger();

        @Override
        public void changed(Change change) {
            heard.add(change);
        }

        @Override
        public void missed() {
            missed.incrementAndGet();
        }
    }

    @BeforeEach
    void waitPatiently() {
        open.add(redis);
    }

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void hearsOfWhatChangesAndNotOfWhatWasBefore() {
        redis.resume();
        tell("key", "old");
        listen();

        tell("key", "0a");
        tell("organisation", "org_1");

        await().untilAsserted(() ->
                assertThat(memory.heard).containsExactly(new Change("key", "0a"), new Change("organisation", "org_1")));
        assertThat(memory.missed).hasValue(1);
    }

    @Test
    void hearsOfTheFirstChangeThereEverWas() {
        redis.resume();
        listen();

        tell("key", "0a");

        await().untilAsserted(() -> assertThat(memory.heard).containsExactly(new Change("key", "0a")));
    }

    @Test
    void isNotConnectedWithoutRedisAndFindsOneThatCameLater() {
        var feed = new ChangeFeed(Optional.of(stream()), state, List.of(memory), figures());
        open.add(feed);
        feed.start();
        assertThat(state.isConnected()).isFalse();

        redis.resume();

        await().until(state::isConnected);
        assertThat(connected()).isEqualTo(1);
    }

    @Test
    void whereRedisHasLostAllEverythingMayHaveBeenMissed() {
        redis.resume();
        listen();
        tell("key", "0a");
        await().until(() -> memory.heard.size() == 1);

        redis.stop();
        await().until(() -> !state.isConnected());
        assertThat(connected()).isZero();
        redis.resume();

        await().until(state::isConnected);
        assertThat(memory.missed).hasValue(2);
        assertThat(meters.get("gateway.identity.feed.gaps").counter().count()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItWasWhenOnlyTheConnectionBroke() {
        redis.resume();
        listen();
        tell("key", "0a");
        await().until(() -> memory.heard.size() == 1);

        commands().clientKill(io.lettuce.core.KillArgs.Builder.typeNormal().skipme());
        tell("key", "0b");

        await().untilAsserted(() ->
                assertThat(memory.heard).containsExactly(new Change("key", "0a"), new Change("key", "0b")));
        await().until(state::isConnected);
        assertThat(memory.missed).hasValue(1);
    }

    @Test
    void whatIsSilentIsAway() {
        redis.resume();
        listen();

        redis.freeze();
        await().atMost(Duration.ofSeconds(20)).until(() -> !state.isConnected());
        redis.thaw();

        await().atMost(Duration.ofSeconds(20)).until(state::isConnected);
    }

    @Test
    void whoIsSoSlowThatChangesWereCutOffMayHaveMissedThem() {
        redis.resume();
        listen();
        tell("key", "0a");
        await().until(() -> memory.heard.size() == 1);
        var commands = commands();

        commands.multi();
        for (var i = 0; i < 3 * ChangeStream.BATCH; i++) {
            commands.xadd(ChangeStream.NAME, XAddArgs.Builder.maxlen(2 * ChangeStream.BATCH), entry("key", "k" + i));
        }
        commands.exec();

        await().until(() -> memory.heard.contains(new Change("key", "k" + (3 * ChangeStream.BATCH - 1))));
        assertThat(memory.missed).hasValue(2);
    }

    @Test
    void countsChangesByKindAndStrangeOnesTogether() {
        redis.resume();
        listen();

        tell("key", "0a");
        tell("weather", "sunny");
        commands().xadd(ChangeStream.NAME, Map.of("colour", "red"));
        tell("moon", "full");

        await().untilAsserted(() -> assertThat(changes("other")).isEqualTo(2));
        assertThat(changes("key")).isEqualTo(1);
        assertThat(memory.heard).hasSize(3);
    }

    @Test
    void forgetsAllAndGoesOnWhenOneOfThoseWhoRememberBreaks() {
        redis.resume();
        var broken = new AtomicInteger();
        listen(new Remembers() {
            @Override
            public void changed(Change change) {
                if (broken.getAndIncrement() == 0) {
                    throw new IllegalStateException("broken");
                }
            }

            @Override
            public void missed() {}
        });

        tell("key", "0a");
        await().until(() -> memory.missed.get() == 2 && state.isConnected());
        tell("key", "0b");

        await().untilAsserted(() -> assertThat(memory.heard).containsExactly(new Change("key", "0b")));
    }

    @Test
    void withoutAnAddressThereIsNobodyToHear() {
        var feed = new ChangeFeed(Optional.empty(), state, List.of(memory), figures());
        open.add(feed);

        feed.start();

        assertThat(state.isConnected()).isFalse();
        assertThat(new FeedHealth(state, false).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void healthWarnsWhileChangesAreNotHeardOf() {
        var health = new FeedHealth(state, true);
        assertThat(health.health().getStatus()).isEqualTo(new Status("WARNING"));

        state.connected(true);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void listen(Remembers... others) {
        var all = new ArrayList<>(List.of(others));
        all.add(memory);
        var feed = new ChangeFeed(Optional.of(stream()), state, all, figures());
        open.add(feed);
        feed.start();
        await().until(state::isConnected);
    }

    private ChangeStream stream() {
        return new ChangeStream(
                redis.uri(), new RedisProperties(redis.uri(), null, null, Duration.ofSeconds(1), 1_000));
    }

    private FeedFigures figures() {
        return new FeedFigures(meters, state);
    }

    private double connected() {
        return meters.get("gateway.identity.feed.connected").gauge().value();
    }

    private double changes(String kind) {
        return meters.get("gateway.identity.feed.changes")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private void tell(String kind, String id) {
        commands().xadd(ChangeStream.NAME, entry(kind, id));
    }

    private static Map<String, String> entry(String kind, String id) {
        return Map.of("kind", kind, "id", id);
    }

    private RedisCommands<String, String> commands() {
        var client = RedisClient.create(redis.uri().toString());
        open.add(client);
        return client.connect().sync();
    }
}
