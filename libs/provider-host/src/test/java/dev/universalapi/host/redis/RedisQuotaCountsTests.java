package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.engine.quota.Counts;
import dev.universalapi.engine.quota.Counts.Ask;
import dev.universalapi.engine.quota.Counts.Line;
import dev.universalapi.engine.quota.Counts.Told;
import dev.universalapi.engine.quota.Counts.Verdict;
import dev.universalapi.host.redis.RedisLink.State;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What both implementations of the counts promise, and that one says exactly what the other says.
@RealStores
class RedisQuotaCountsTests {
    private static final Duration AMPLE = Duration.ofSeconds(10);
    private static final Instant NONE = Instant.EPOCH;

    private static RedisServer server;
    private static RedisLink link;

    enum Kind {
        LOCAL,
        REDIS
    }

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        link = new RedisLink(server.properties(AMPLE), new SimpleMeterRegistry());
        await().until(() -> link.state() == State.CONNECTED);
    }

    @AfterAll
    static void stop() {
        link.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        link.ask(redis -> redis.flushall());
    }

    private static Counts counts(Kind kind) {
        return switch (kind) {
            case LOCAL -> Counts.inMemory(InstantSource.system());
            case REDIS -> new RedisQuotaCounts(link, "live");
        };
    }

    private static Ask ask(String replica, boolean take, Line... lines) {
        return new Ask("acme:key", replica, Instant.now(), take, 0, NONE, -1, List.of(lines));
    }

    private static Line hour(String name, long limit, long amount, long own, long seen, long told) {
        return line(name, Instant.now().minusSeconds(600), limit, amount, own, seen, told);
    }

    private static Line line(String name, Instant start, long limit, long amount, long own, long seen, long told) {
        return new Line(name, start, start.plusSeconds(3600), limit, amount, own, 2, seen, told, limit / 10);
    }

    private static Told tell(Counts counts, Ask ask) {
        return counts.tell(ask).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void countsAllLinesOrNone(Kind kind) {
        var counts = counts(kind);

        var first = tell(counts, ask("a", true, hour("x", 10, 6, 0, 0, -1), hour("y", 100, 6, 0, 0, -1)));
        var second = tell(counts, ask("b", true, hour("x", 10, 6, 0, 0, -1), hour("y", 100, 6, 0, 0, -1)));
        var third = tell(counts, ask("b", true, hour("x", 10, 4, 0, 0, -1), hour("y", 100, 4, 0, 0, -1)));

        assertThat(first.verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(second.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(second.totals()).containsExactly(new Counts.Total(6, 10), new Counts.Total(6, 100));
        assertThat(third.verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(third.totals()).containsExactly(new Counts.Total(10, 10), new Counts.Total(10, 100));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLaterRestAndRefusesInIt(Kind kind) {
        var counts = counts(kind);
        var now = Instant.ofEpochMilli(Instant.now().toEpochMilli());
        var far = now.plusSeconds(60);

        tell(counts, new Ask("acme:key", "a", now, false, 0, far, 2, List.of()));
        tell(counts, new Ask("acme:key", "b", now, false, 0, now.plusSeconds(5), 1, List.of()));
        var refused = tell(counts, ask("b", true, hour("x", 10, 1, 0, 0, -1)));
        var counted = tell(counts, ask("b", false, hour("x", 10, 1, 0, 0, -1)));
        var other = tell(counts, new Ask("acme:other", "b", now, true, 0, NONE, -1, List.of()));
        var anew = tell(counts, new Ask("acme:key", "b", now, false, 0, NONE, 0, List.of()));

        assertThat(refused.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(refused.rest()).isEqualTo(far);
        assertThat(refused.strikes()).isEqualTo(2);
        assertThat(counted.totals()).containsExactly(new Counts.Total(1, 10));
        assertThat(other.verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(anew.strikes()).isZero();
        assertThat(anew.rest()).isEqualTo(far);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAClockThatIsFarFromItsOwn(Kind kind) {
        var told = tell(
                counts(kind),
                new Ask(
                        "acme:key",
                        "a",
                        Instant.now().minusSeconds(9),
                        true,
                        0,
                        NONE,
                        -1,
                        List.of(hour("x", 10, 1, 0, 0, -1))));

        assertThat(told.verdict()).isEqualTo(Verdict.SKEWED);
        assertThat(Duration.between(told.now(), Instant.now()).abs()).isLessThan(Counts.SKEW);
        assertThat(told.totals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void makesGoodWhatWasLost(Kind kind) {
        var counts = counts(kind);

        // the store is empty, though one saw sixty in all and spent thirty itself
        var one = tell(counts, ask("a", true, hour("x", 100, 1, 30, 60, -1)));
        var two = tell(counts, ask("b", true, hour("x", 100, 1, 30, 60, -1)));
        var margin = tell(counts, ask("b", true, hour("x", 100, 29, 31, 62, -1)));
        var confirmed = tell(counts, ask("b", false, hour("x", 100, 0, 31, 62, 80)));
        var used = tell(counts, ask("b", true, hour("x", 100, 20, 31, 80, -1)));

        assertThat(one.totals()).containsExactly(new Counts.Total(61, 90));
        assertThat(two.totals()).containsExactly(new Counts.Total(62, 90));
        assertThat(margin.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(confirmed.totals()).containsExactly(new Counts.Total(80, 100));
        assertThat(used.totals()).containsExactly(new Counts.Total(100, 100));
    }

    @ParameterizedTest
    @EnumSource
    void keepsAMarginInWindowsThatAReplicaOfAnotherEpochBegan(Kind kind) {
        var counts = counts(kind);
        var before = new Ask(
                "acme:key",
                "a",
                Instant.now(),
                true,
                7,
                NONE,
                -1,
                List.of(hour("x", 100, 1, 0, 0, -1), line("y", Instant.now().plusSeconds(1), 100, 1, 0, 0, -1)));

        var told = tell(counts, before);

        assertThat(told.totals()).containsExactly(new Counts.Total(3, 90), new Counts.Total(1, 100));
        assertThat(told.epoch()).isGreaterThan(7);
    }

    @Test
    void saysWhatTheCountsInMemorySay() {
        var random = new Random(4);
        var start = Instant.now().minusSeconds(600);
        var local = counts(Kind.LOCAL);
        var redis = counts(Kind.REDIS);

        for (var i = 0; i < 2000; i++) {
            var lines = new ArrayList<Line>();
            for (var name : List.of("x", "y", "z").subList(0, random.nextInt(4))) {
                var told = random.nextInt(20) == 0 ? random.nextInt(300) : -1;
                lines.add(line(
                        name + i / 100,
                        start,
                        300,
                        random.nextInt(4),
                        random.nextInt(60),
                        told < 0 ? i % 90 : 0,
                        told));
            }
            var ask = new Ask(
                    "acme:key",
                    "replica" + random.nextInt(3),
                    Instant.now(),
                    random.nextInt(5) > 0,
                    random.nextInt(200) == 0 ? 7 : 0,
                    NONE,
                    random.nextInt(4) - 1,
                    lines);

            var expected = tell(local, ask);
            var actual = tell(redis, ask);

            assertThat(actual.verdict()).isEqualTo(expected.verdict());
            assertThat(actual.totals()).isEqualTo(expected.totals());
            assertThat(actual.strikes()).isEqualTo(expected.strikes());
        }
    }

    @Test
    void keepsModesApartAndLetsEveryKeyExpire() {
        tell(counts(Kind.REDIS), ask("a", true, hour("x", 10, 10, 0, 0, -1)));
        tell(
                counts(Kind.REDIS),
                new Ask("acme:key", "a", Instant.now(), false, 0, Instant.now().plusSeconds(9), 1, List.of()));

        var sandbox = tell(new RedisQuotaCounts(link, "sandbox"), ask("a", true, hour("x", 10, 10, 0, 0, -1)));
        var keys = link.ask(redis -> redis.keys("*")).orElseThrow();

        assertThat(sandbox.verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(keys).hasSize(5);
        assertThat(keys).allSatisfy(key -> {
            assertThat(new String(key, StandardCharsets.UTF_8)).matches("quota:\\{(live|sandbox):acme:key}:.*");
            assertThat(link.ask(redis -> redis.pttl(key)).orElseThrow()).isPositive();
        });
    }

    @Test
    void goesOnWhenTheScriptIsForgotten() {
        var counts = counts(Kind.REDIS);
        tell(counts, ask("a", true, hour("x", 10, 1, 0, 0, -1)));

        link.ask(redis -> redis.scriptFlush());

        assertThat(tell(counts, ask("a", true, hour("x", 10, 1, 1, 1, -1))).totals())
                .containsExactly(new Counts.Total(2, 10));
    }

    @Test
    void saysNothingWithoutRedis() {
        try (var nowhere = new RedisLink(new RedisProperties(null, null, null, AMPLE, 1), new SimpleMeterRegistry())) {
            assertThat(new RedisQuotaCounts(nowhere, "live").tell(ask("a", true)))
                    .isEqualTo(Optional.empty());
        }
    }
}
