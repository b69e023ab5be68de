package dev.universalapi.host.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.host.redis.RedisLink.State;
import dev.universalapi.testkit.store.RealStores;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RealStores
class RedisLinkTests {
    private static final byte[] KEY = "colour".getBytes(UTF_8);
    private static final Duration AMPLE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    private RedisServer server() {
        return closing(RedisServer.start());
    }

    private RedisLink link(RedisProperties properties) {
        return closing(new RedisLink(properties, meters));
    }

    private RedisLink connected(RedisProperties properties) {
        var link = link(properties);
        await().until(() -> link.state() == State.CONNECTED);
        return link;
    }

    private <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    private static Optional<String> get(RedisLink link) {
        return link.ask(redis -> redis.get(KEY)).map(value -> new String(value, UTF_8));
    }

    private static Optional<String> set(RedisLink link, String value) {
        return link.ask(redis -> redis.set(KEY, value.getBytes(UTF_8)));
    }

    private double calls(String outcome) {
        return meters.get("redis.calls").tag("outcome", outcome).timer().count();
    }

    private double skipped() {
        return meters.get("redis.skipped").counter().count();
    }

    @Test
    void asksAndIsAnswered() {
        var link = connected(server().properties(AMPLE));

        var before = get(link);
        set(link, "green");

        assertThat(before).isEmpty();
        assertThat(get(link)).contains("green");
        assertThat(calls("answered")).isEqualTo(3);
    }

    @Test
    void answersNothingWithoutAnAddress() {
        var link = link(new RedisProperties(null, null, null, SHORT, 10));

        var answer = get(link);

        assertThat(answer).isEmpty();
        assertThat(link.tell(redis -> redis.get(KEY))).isFalse();
        assertThat(link.state()).isEqualTo(State.NONE);
        assertThat(skipped()).isZero();
    }

    @Test
    void findsRedisThatCameLater() {
        var server = closing(RedisServer.later());
        var link = link(server.properties(AMPLE));

        var before = set(link, "green");
        server.resume();

        assertThat(before).isEmpty();
        await().untilAsserted(() -> assertThat(set(link, "green")).contains("OK"));
    }

    @Test
    void comesBackWithRedis() {
        var server = server();
        var link = connected(server.properties(AMPLE));

        server.stop();
        await().until(() -> link.state() == State.AWAY);
        var without = get(link);
        server.resume();

        assertThat(without).isEmpty();
        await().untilAsserted(() -> assertThat(set(link, "green")).contains("OK"));
    }

    @Test
    void asksNoMoreWhereRedisIsSlowUntilItAnswersAgain() {
        var server = server();
        var link = connected(server.properties(SHORT));

        server.freeze();
        await().until(() -> get(link).isEmpty() && link.state() == State.AWAY);
        var late = calls("late");
        get(link);
        get(link);

        assertThat(calls("late")).isEqualTo(late);
        assertThat(skipped()).isGreaterThanOrEqualTo(2);
        server.thaw();
        await().untilAsserted(() -> assertThat(set(link, "green")).contains("OK"));
    }

    @Test
    void aRefusalIsNoAbsence() {
        var link = connected(server().properties(AMPLE));
        set(link, "green");

        for (var i = 0; i < 30; i++) {
            assertThat(link.ask(redis -> redis.incr(KEY))).isEmpty();
        }

        assertThat(calls("refused")).isEqualTo(30);
        assertThat(link.state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void aRedisThatStillLoadsIsAbsent() {
        var link = connected(server().properties(AMPLE));

        for (var i = 0; i < 5; i++) {
            link.ask(_ -> CompletableFuture.failedFuture(new RedisLoadingException("LOADING")));
        }

        assertThat(calls("failed")).isEqualTo(5);
    }

    @Test
    void sendsAScriptThatRedisHasForgotten() {
        var script = Script.of("return redis.call('INCRBY', KEYS[1], ARGV[1])", ScriptOutputType.INTEGER);
        var link = connected(server().properties(AMPLE));

        Optional<Long> first = link.ask(redis -> script.call(redis, new byte[][] {KEY}, "2".getBytes(UTF_8)));
        Optional<Long> second = link.ask(redis -> script.call(redis, new byte[][] {KEY}, "2".getBytes(UTF_8)));
        link.ask(RedisAsyncCommands::scriptFlush);
        Optional<Long> third = link.ask(redis -> script.call(redis, new byte[][] {KEY}, "2".getBytes(UTF_8)));

        assertThat(first).contains(2L);
        assertThat(second).contains(4L);
        assertThat(third).contains(6L);
    }

    @Test
    void aScriptThatFailsIsRefused() {
        var script = Script.of("return redis.call('NONSENSE')", ScriptOutputType.INTEGER);
        var link = connected(server().properties(AMPLE));

        var answer = link.ask(redis -> script.<Long>call(redis, new byte[][] {KEY}));

        assertThat(answer).isEmpty();
        assertThat(calls("refused")).isOne();
    }

    @Test
    void aScriptThatNobodyWaitsForIsCancelled() {
        var script = Script.of("return 1", ScriptOutputType.INTEGER);
        var server = server();
        var link = connected(server.properties(SHORT));

        server.freeze();
        var answer = link.ask(redis -> script.<Long>call(redis, new byte[][] {KEY}));
        server.thaw();

        assertThat(answer).isEmpty();
        assertThat(calls("late")).isOne();
    }

    @Test
    void anInterruptedThreadWaitsNoLonger() throws Exception {
        var link = connected(server().properties(Duration.ofMinutes(1)));
        var asking = new CountDownLatch(1);
        var interrupted = new CompletableFuture<Boolean>();
        var asker = Thread.ofVirtual().start(() -> {
            link.ask(_ -> {
                asking.countDown();
                return new CompletableFuture<String>();
            });
            interrupted.complete(Thread.currentThread().isInterrupted());
        });

        asking.await();
        asker.interrupt();

        assertThat(interrupted.get()).isTrue();
        assertThat(link.state()).isEqualTo(State.CONNECTED);
    }

    @Test
    void tellsWithoutWaiting() {
        var link = connected(server().properties(AMPLE));

        var sent = link.tell(redis -> redis.set(KEY, "green".getBytes(UTF_8)));

        assertThat(sent).isTrue();
        await().untilAsserted(() -> assertThat(get(link)).contains("green"));
    }

    @Test
    void tellsNoMoreThanMayWait() {
        var server = server();
        var link = connected(new RedisProperties(server.uri(), null, null, Duration.ofMinutes(1), 2));
        var never = new CompletableFuture<String>();

        assertThat(link.tell(_ -> never)).isTrue();
        assertThat(link.tell(_ -> never.copy())).isTrue();
        assertThat(link.tell(_ -> never)).isFalse();
        never.complete("done");

        await().untilAsserted(
                        () -> assertThat(link.tell(redis -> redis.get(KEY))).isTrue());
    }

    @Test
    void whatCannotBeSentIsCountedAndNotThrown() {
        var link = connected(server().properties(AMPLE));

        var answer = link.ask(_ -> {
            throw new RedisException("too many");
        });
        var sent = link.tell(_ -> {
            throw new RedisException("too many");
        });

        assertThat(answer).isEmpty();
        assertThat(sent).isFalse();
        assertThat(calls("failed")).isEqualTo(2);
    }

    @Test
    void readsThePasswordAtEachConnection(@TempDir Path folder) throws IOException {
        var server = closing(RedisServer.later());
        var file = Files.writeString(folder.resolve("password"), "wrong\n");
        var link = link(new RedisProperties(server.uri(), file, null, AMPLE, 10));

        server.resume("--requirepass", "right");
        await().during(Duration.ofMillis(500)).until(() -> link.state() == State.AWAY);
        Files.writeString(file, "right\n");

        await().untilAsserted(() -> assertThat(set(link, "green")).contains("OK"));
    }

    @Test
    void doesWithoutWhileThePasswordCannotBeRead(@TempDir Path folder) throws IOException {
        var file = folder.resolve("password");
        var link = link(new RedisProperties(server().uri(), file, null, AMPLE, 10));

        await().during(Duration.ofMillis(300)).until(() -> link.state() == State.AWAY);
        Files.writeString(file, "");

        assertThat(get(link)).isEmpty();
    }
}
