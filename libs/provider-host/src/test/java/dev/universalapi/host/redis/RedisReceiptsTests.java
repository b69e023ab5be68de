package dev.universalapi.host.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.engine.receipt.Receipt;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.host.redis.RedisLink.State;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealStores
class RedisReceiptsTests extends ReceiptsContract {
    private static final byte[] ORDER = "receipts:{guild}:".getBytes(UTF_8);
    private static final int MOST = 3;
    private static final RedisServer SERVER = RedisServer.later();

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli());
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.incrementAndGet());
    private final RedisLink link;
    private final RedisReceipts here;
    private final RedisReceipts there;

    @BeforeAll
    static void start() {
        SERVER.resume();
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    RedisReceiptsTests() {
        link = new RedisLink(SERVER.properties(Duration.ofSeconds(5)), meters);
        here = receipts();
        there = receipts();
    }

    private RedisReceipts receipts() {
        return new RedisReceipts(link, Receipts.inMemory(clock), clock, meters, MOST);
    }

    @BeforeEach
    void connect() {
        await().until(() -> link.state() == State.CONNECTED);
        link.ask(redis -> redis.flushall());
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        link.close();
    }

    @Override
    Receipts keeping() {
        return here;
    }

    @Override
    Receipts asked() {
        here.keep(receipt("courier", "last"));
        await().until(() -> there.find("courier", "last").isPresent());
        return there;
    }

    @Test
    void keepsNoMoreThanItMayOfAnOrganisation() {
        for (var i = 1; i <= 5; i++) {
            here.keep(receipt("guild", "r" + i));
        }

        var asked = asked();

        assertThat(asked.find("guild", "r1")).isEmpty();
        assertThat(asked.find("guild", "r2")).isEmpty();
        assertThat(asked.find("guild", "r3")).isPresent();
        assertThat(asked.find("guild", "r5")).isPresent();
        assertThat(link.ask(redis -> redis.zcard(ORDER))).contains(3L);
    }

    @Test
    void forgetsAfterADay() {
        here.keep(receipt("guild", "r1"));
        asked();
        now.addAndGet(Duration.ofHours(25).toMillis());
        here.keep(receipt("guild", "r2"));
        asked();

        var lives = link.ask(redis -> redis.pttl("receipts:{guild}:r2".getBytes(UTF_8)))
                .orElseThrow();

        assertThat(lives).isPositive().isLessThanOrEqualTo(Duration.ofHours(24).toMillis());
        assertThat(link.ask(redis -> redis.zrange(ORDER, 0, -1)))
                .hasValueSatisfying(ids -> assertThat(ids).containsExactly("r2".getBytes(UTF_8)));
    }

    @Test
    void explainsItsOwnWithoutRedisAndCountsWhatOthersMiss() {
        SERVER.stop();
        await().until(() -> link.state() == State.AWAY);

        here.keep(receipt("guild", "r1"));

        assertThat(here.find("guild", "r1")).isPresent();
        assertThat(there.find("guild", "r1")).isEmpty();
        await().until(() -> meters.counter("receipts.lost").count() == 1);
        SERVER.resume();
    }

    @Test
    void neverWaitsAndLosesWhatTheQueueCannotTake() {
        SERVER.freeze();

        for (var i = 0; i < 5_000; i++) {
            here.keep(receipt("guild", "r" + i));
        }
        var lost = meters.counter("receipts.lost").count();
        SERVER.thaw();

        assertThat(lost).isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void whatIsNoReceiptIsNotThere() {
        var stored = ReceiptCodec.encode(receipt("guild", "r1"));
        var unknown = receipt("guild", "r1");

        for (var body : new byte[][] {"nonsense".getBytes(UTF_8), {}, stored, ReceiptCodec.encode(other(unknown))}) {
            link.ask(redis -> redis.set("receipts:{guild}:r2".getBytes(UTF_8), body));

            assertThat(there.find("guild", "r2")).isEmpty();
        }
    }

    private static Receipt other(Receipt receipt) {
        return new Receipt(
                "r2",
                "others",
                receipt.operation(),
                receipt.query(),
                receipt.askedAt(),
                receipt.mode(),
                receipt.candidates(),
                receipt.attempts(),
                receipt.provider());
    }

    @Test
    void keepsNothingForOthersWithoutAnAddress() {
        var alone = new RedisLink(new RedisProperties(null, null, null, Duration.ofMillis(30), 1), meters);
        try (var receipts = new RedisReceipts(alone, Receipts.inMemory(clock), clock, meters)) {
            receipts.keep(receipt("guild", "r1"));

            assertThat(receipts.find("guild", "r1")).isPresent();
            assertThat(receipts.find("guild", "r2")).isEmpty();
            assertThat(meters.counter("receipts.lost").count()).isZero();
        } finally {
            alone.close();
        }
    }
}
