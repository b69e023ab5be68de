package dev.universalapi.auth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.universalapi.auth.Store;
import dev.universalapi.testkit.store.RealRedis;
import dev.universalapi.testkit.store.RealStores;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealStores
class RelayTests {
    private static final Store STORE = new Store();
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RealRedis redis = RealRedis.later();
    private final RedisStream stream = new RedisStream(redis.uri(), new RedisProperties(redis.uri(), null, null));
    private final Relay relay = relay(stream);

    /// Of a process that dies before it tells anything.
    private final Feed dying = new Feed(STORE.database().jdbc(), () -> {});

    @BeforeEach
    void empty() {
        STORE.database().system().jdbc().sql("delete from feed").update();
    }

    @AfterEach
    void end() {
        relay.stop();
        stream.close();
        redis.close();
    }

    @Test
    void tellsWhatWasCommittedAndNothingElse() {
        redis.resume();
        commit(dying, Kind.KEY, "a");
        assertThatThrownBy(() -> STORE.database().tenants().run("org_a", () -> {
                    dying.changed("org_a", Kind.KEY, "never");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        commit(dying, Kind.ORGANISATION, "org_a");

        var before = relay.age();
        var told = relay.round();

        assertThat(told).isEqualTo(2);
        assertThat(stream()).containsExactly("key a", "organisation org_a");
        assertThat(relay.waiting()).isZero();
        assertThat(before).isPositive();
        assertThat(relay.age()).isZero();
        assertThat(METERS.get("feed.delay").timer().count()).isPositive();
    }

    @Test
    void isToldByAnotherProcessWhereOneWasKilledAfterItsCommit() {
        redis.resume();
        commit(dying, Kind.KEY, "of-the-dead");

        var another = relay(stream);
        another.start();
        await().atMost(PATIENCE).until(() -> stream().contains("key of-the-dead"));
        another.stop();

        assertThat(relay.waiting()).isZero();
    }

    @Test
    void isToldAgainWhereAProcessWasKilledBeforeItForgot() {
        redis.resume();
        commit(dying, Kind.KEY, "twice");
        var killed = relay(changes -> {
            stream.add(changes);
            throw new ExecutionException(new IllegalStateException("killed"));
        });

        assertThatThrownBy(killed::round).hasMessageContaining("killed");
        relay.round();

        assertThat(stream()).containsExactly("key twice", "key twice");
    }

    @Test
    void keepsEverythingWhileRedisIsAwayAndTellsItThen() {
        for (int i = 0; i < 10; i++) {
            commit(dying, Kind.KEY, "k" + i);
        }

        assertThatThrownBy(relay::round).hasMessageContaining("Redis is away");
        var waiting = relay.waiting();
        relay.start();
        redis.resume();

        await().atMost(PATIENCE).until(() -> relay.waiting() == 0);
        assertThat(waiting).isEqualTo(10);
        assertThat(stream()).hasSize(10);
        await().atMost(PATIENCE).until(relay::isConnected);
    }

    @Test
    void findsRedisAgainAfterItWasRestarted() {
        redis.resume();
        relay.start();
        commit(new Feed(STORE.database().jdbc(), relay::wake), Kind.KEY, "before");
        await().atMost(PATIENCE).until(() -> relay.waiting() == 0);

        redis.stop();
        commit(new Feed(STORE.database().jdbc(), relay::wake), Kind.KEY, "meanwhile");
        await().atMost(PATIENCE).until(() -> !relay.isConnected());
        var health = new FeedHealth(relay).health().getStatus().getCode();
        redis.resume();

        await().atMost(PATIENCE).until(() -> stream().contains("key meanwhile"));
        assertThat(health).isEqualTo("WARNING");
    }

    @Test
    void isWokenByACommitAndNotBefore() throws Exception {
        var woken = new AtomicInteger();
        var feed = new Feed(STORE.database().jdbc(), woken::incrementAndGet);
        var seen = new ArrayList<Integer>();

        STORE.database().tenants().run("org_a", () -> {
            feed.changed("org_a", Kind.PROJECT, "prj_a");
            seen.add(woken.get());
        });
        seen.add(woken.get());

        assertThat(seen).containsExactly(0, 1);
    }

    @Test
    void isSharedByReplicasWithoutALoss() throws Exception {
        redis.resume();
        for (int i = 0; i < 1_200; i++) {
            commit(dying, Kind.KEY, "k" + i);
        }
        var told = new AtomicInteger();
        var done = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            Thread.ofVirtual().start(() -> {
                try (var own = new RedisStream(redis.uri(), new RedisProperties(redis.uri(), null, null))) {
                    var replica = relay(own);
                    for (int n = replica.round(); n > 0; n = replica.round()) {
                        told.addAndGet(n);
                    }
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();

        assertThat(told).hasValue(1_200);
        assertThat(stream()).hasSize(1_200).doesNotHaveDuplicates();
    }

    @Test
    void belongsToATransaction() {
        assertThatThrownBy(() -> dying.changed("org_a", Kind.KEY, "x")).isInstanceOf(IllegalStateException.class);
    }

    private static Relay relay(ChangeStream stream) {
        return new Relay(STORE.database().system(), stream, METERS);
    }

    private static void commit(Feed feed, Kind kind, String id) {
        STORE.database().tenants().run("org_a", () -> feed.changed("org_a", kind, id));
    }

    private List<String> stream() {
        try (var client = RedisClient.create(RedisURI.create(redis.uri()));
                var connection = client.connect()) {
            return connection.sync().xrange(RedisStream.NAME, Range.unbounded()).stream()
                    .map(message -> message.getBody().get("kind") + " "
                            + message.getBody().get("id"))
                    .toList();
        }
    }
}
