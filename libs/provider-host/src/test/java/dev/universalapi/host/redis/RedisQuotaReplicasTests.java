package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.quota.CountedQuotas;
import dev.universalapi.engine.quota.CountedQuotas.Settings;
import dev.universalapi.engine.quota.Counts;
import dev.universalapi.engine.quota.Grant;
import dev.universalapi.host.redis.RedisLink.State;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two replicas with a link each, one Redis, sixteen threads, and ten times as many calls wanted as are allowed.
@RealStores
public class RedisQuotaReplicasTests {
    private static final int THREADS = 16;
    private static final int WANTED = 1000;
    private static final int ALLOWED = 100;
    private static final Duration PATIENCE = Duration.ofMillis(30);
    private static final Map<String, Long> ONE = Map.of("requests", 1L);

    @Operation(path = "colour/list", summary = "All colours")
    public record Colours() implements Query<Colours.Answer> {
        public record Answer(List<String> all) {}
    }

    @TempDir
    private Path folder;

    private RedisServer server;
    private final List<RedisLink> links = new ArrayList<>();
    private CountedQuotas one;
    private CountedQuotas two;
    private Provider provider;

    @BeforeEach
    void open() throws IOException {
        server = RedisServer.start();
        one = replica();
        two = replica();
        provider = provider();
    }

    @AfterEach
    void close() {
        links.forEach(RedisLink::close);
        server.close();
    }

    private CountedQuotas replica() {
        var link = new RedisLink(server.properties(Duration.ofSeconds(10)), new SimpleMeterRegistry());
        links.add(link);
        await().until(() -> link.state() == State.CONNECTED);
        return counted(new RedisQuotaCounts(link, "live"), 2);
    }

    private static CountedQuotas counted(Counts counts, int replicas) {
        return new CountedQuotas(
                counts, () -> replicas, () -> Settings.DEFAULT, InstantSource.system(), RandomGenerator.getDefault());
    }

    // of a month, so that no window ends while it is counted, but at the end of one
    private Provider provider() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("acme")).resolve("provider.yml"), """
                name: Acme
                home: https://acme.example
                terms: { commercial: allowed, cache: true }
                base: https://api.acme.example/v1
                auth: none
                quota: [ 100/month ]
                operations:
                  colour/list:
                    get: /
                    answer: { all: /all }
                """);
        return Catalogue.load(Operations.of(Colours.class), folder)
                .provider("acme")
                .orElseThrow();
    }

    private int granted(int wanted, Runnable fault) throws InterruptedException, ExecutionException {
        return granted(wanted, fault, ALLOWED / 2);
    }

    /// @param fault what happens once so many were granted, while the calls under way go on and no others begin
    private int granted(int wanted, Runnable fault, int after) throws InterruptedException, ExecutionException {
        var granted = new AtomicInteger();
        var left = new AtomicInteger(wanted);
        var faulty = new CountDownLatch(after > 0 ? 1 : 0);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var done = new ArrayList<Future<?>>();
            for (var i = 0; i < THREADS; i++) {
                var replica = i % 2 == 0 ? one : two;
                done.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        if (granted.get() >= after) {
                            faulty.await();
                        }
                        if (replica.take(provider, "key", ONE) instanceof Grant.Granted) {
                            if (granted.incrementAndGet() == after) {
                                fault.run();
                                faulty.countDown();
                            }
                        }
                    }
                    return null;
                }));
            }
            for (var each : done) {
                each.get();
            }
        }
        return granted.get();
    }

    @Test
    void sendTheirSharesWhereNoRedisIsNamed() {
        var first = withoutRedis(2);
        var second = withoutRedis(2);
        var only = withoutRedis(1);

        assertThat(take(first, WANTED)).isEqualTo(ALLOWED / 2);
        assertThat(take(second, WANTED)).isEqualTo(ALLOWED / 2);
        assertThat(take(only, WANTED)).isEqualTo(ALLOWED);
        assertThat(first.together()).isFalse();
    }

    private CountedQuotas withoutRedis(int replicas) {
        var counting =
                new RedisCounting(new RedisProperties(null, null, null, PATIENCE, 1000), new SimpleMeterRegistry());
        return counted(counting.counts("live"), replicas);
    }

    @Test
    void sendExactlyWhatIsAllowed() throws Exception {
        assertThat(granted(WANTED, () -> {})).isEqualTo(ALLOWED);
        assertThat(one.together()).isTrue();
        assertThat(two.together()).isTrue();
    }

    @Test
    void sendNoMoreThanIsAllowedWhenRedisLosesEverything() throws Exception {
        var heard = new AtomicInteger();

        var granted = granted(WANTED, () -> {
            heard.set(take(one, 1) + take(two, 1) + take(one, 1)); // each has heard of the other lately
            links.getFirst().ask(redis -> redis.flushall());
        });

        assertThat(heard.get() + granted).isBetween(ALLOWED / 2, ALLOWED);
    }

    @Test
    void sendNoMoreThanIsAllowedWhenRedisGivesUpCountsForWantOfMemory() throws Exception {
        take(one, 60);
        take(two, 20);
        var name = "quota:{live:acme:key}:*";
        var link = links.getFirst();
        var evicted =
                link.<List<byte[]>>ask(redis -> redis.keys(name)).orElseThrow().toArray(byte[][]::new);

        link.ask(redis -> redis.del(evicted));
        var again = take(one, 1) + take(two, 1);
        var later = take(replica(), WANTED);

        assertThat(evicted.length).isGreaterThan(1);
        assertThat(again).isEqualTo(2);
        assertThat(later).as("what is left, less a margin").isEqualTo(8);
    }

    @Test
    void sendExactlyWhatIsAllowedWhenRedisForgetsTheScript() throws Exception {
        assertThat(granted(WANTED, () -> links.getFirst().ask(redis -> redis.scriptFlush())))
                .isEqualTo(ALLOWED);
    }

    @Test
    void sendNoMoreThanIsAllowedWhenRedisIsAwayAndComesBackEmpty() throws Exception {
        var before = take(one, 10) + take(two, 10) + take(one, 1) + take(two, 1);

        server.stop();
        links.forEach(link -> await().until(() -> link.state() == State.AWAY));
        var away = take(one, 20) + take(two, 20);
        var apart = !one.together() && !two.together();
        server.resume();
        links.forEach(link -> await().until(() -> link.state() == State.CONNECTED));
        one.reconcile();
        two.reconcile();
        var back = granted(WANTED, () -> {}, 0);

        assertThat(before).isEqualTo(22);
        assertThat(away).isEqualTo(40);
        assertThat(apart).isTrue();
        assertThat(before + away + back).isBetween(before + away, ALLOWED);
        assertThat(one.together() && two.together()).isTrue();
    }

    private int take(CountedQuotas replica, int wanted) {
        var granted = 0;
        for (var i = 0; i < wanted; i++) {
            granted += replica.take(provider, "key", ONE) instanceof Grant.Granted ? 1 : 0;
        }
        return granted;
    }
}
