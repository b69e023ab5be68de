package dev.universalapi.gateway.limit.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedisLinkTests {
    /// Keeps Redis busy for a tenth of a second, during which nobody is answered.
    private static final String BUSY = """
            local function now() local time = redis.call('TIME') return time[1] * 1000000 + time[2] end
            local begun = now()
            while now() - begun < 100000 do end
            return 1
            """;

    /// Redis answers what it has read in one go at the same time: so much is not read in one go with anything else.
    private static final byte[] LONG = new byte[64 * 1024];

    private final RedisServer redis = RedisServer.start();
    private final RedisLink link = redis.link();

    @BeforeEach
    void connected() {
        await().until(() -> link.state() == RedisLink.State.CONNECTED);
    }

    @AfterEach
    void close() {
        link.close();
        redis.close();
    }

    private CompletableFuture<Long> busy() {
        return link.ask(redis -> redis.<Long>eval(BUSY.getBytes(UTF_8), ScriptOutputType.INTEGER, new byte[0][], LONG));
    }

    @Test
    void aRedisThatAnswersOneAfterTheOtherIsNotSilentHoweverManyWait() {
        var answers = new ArrayList<CompletableFuture<Long>>();
        for (var i = 0; i < 20; i++) {
            answers.add(busy());
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(1));
        assertThat(link.state()).isEqualTo(RedisLink.State.CONNECTED);
    }

    @Test
    void aRedisIsNotSilentWhoseAnswersThisProcessDoesNotRead() {
        var states = new ArrayList<RedisLink.State>();
        busy().thenRun(() -> sleep(Duration.ofMillis(1_500))); // on the thread that reads

        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            states.add(link.state());
            return states.size() > 90;
        });
        assertThat(states).containsOnly(RedisLink.State.CONNECTED);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
