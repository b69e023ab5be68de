package dev.universalapi.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CrowdTests {
    private static final int SIZE = 5;
    private static final Caller.Answer ANSWER = new Caller.Answer(
            200,
            HttpHeaders.of(Map.of(), (_, _) -> true),
            new JsonMapper().readTree("{\"meta\":{\"provider\":\"somebody\"}}"),
            "",
            1);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private final CountDownLatch all = new CountDownLatch(SIZE);

    /// Answers nobody until everybody has asked.
    private Caller.Answer answer() throws InterruptedException {
        asked.incrementAndGet();
        mostWaiting.accumulateAndGet(waiting.incrementAndGet(), Math::max);
        all.countDown();
        all.await();
        Thread.sleep(1);
        waiting.decrementAndGet();
        return ANSWER;
    }

    @Test
    void asksAgainWhenItIsAnsweredAndNoSooner() {
        var traffic = new Crowd((_, _) -> answer(), SIZE, () -> new Load.Question("/")).run(Duration.ofMillis(500));

        assertThat(mostWaiting).hasValue(SIZE);
        assertThat(traffic.size()).isEqualTo(asked.get()).isGreaterThan(SIZE);
        assertThat(traffic.providers()).isEqualTo(Map.of("somebody", (long) traffic.size()));
    }

    @Test
    void countsAnswersThatCameInTime() {
        var traffic =
                new Traffic(List.of(shot(0.1, 200, 50), shot(1.9, 200, 50), shot(1.9, 200, 150), shot(1, 503, 1)));

        assertThat(traffic.perSecond(Duration.ofSeconds(2))).isEqualTo(1.0);
    }

    private static Traffic.Shot shot(double second, int status, double millis) {
        return new Traffic.Shot(second, status, "somebody", millis, "", "");
    }
}
