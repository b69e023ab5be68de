package dev.universalapi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookupThreadsTests {
    private static final InetAddress[] ANSWER = {InetAddress.ofLiteral("93.184.216.34")};

    @Test
    void asksOnceForAllWhoWaitForTheSameName() throws Exception {
        var asked = new AtomicInteger();
        var started = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var lookups = new LookupThreads(_ -> {
            asked.incrementAndGet();
            started.countDown();
            await(release);
            return ANSWER;
        })) {
            var first = new FutureTask<>(() -> lookups.lookup("api.example"));
            var second = new FutureTask<>(() -> lookups.lookup("api.example"));
            Thread.ofVirtual().start(first);
            started.await();
            var waiting = Thread.ofVirtual().start(second);
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            release.countDown();

            assertThat(first.get()).isEqualTo(ANSWER);
            assertThat(second.get()).isEqualTo(ANSWER);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void letsWhoWaitsLeaveWhenInterrupted() throws Exception {
        var never = new CountDownLatch(1);
        try (var lookups = new LookupThreads(_ -> {
            await(never);
            return ANSWER;
        })) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> lookups.lookup("slow.example")).isInstanceOf(UnknownHostException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void asksAgainAfterAFailure() throws Exception {
        var asked = new AtomicInteger();
        try (var lookups = new LookupThreads(host -> {
            if (asked.incrementAndGet() == 1) {
                throw new UnknownHostException(host);
            }
            return ANSWER;
        })) {
            assertThatThrownBy(() -> lookups.lookup("api.example")).isInstanceOf(UnknownHostException.class);

            assertThat(lookups.lookup("api.example")).isEqualTo(ANSWER);
        }
    }

    @Test
    void refusesWhenTooManyWait() {
        var lookups = new LookupThreads(_ -> ANSWER);
        lookups.close();

        assertThatThrownBy(() -> lookups.lookup("api.example")).isInstanceOf(UnknownHostException.class);
    }

    private static void await(CountDownLatch latch) throws UnknownHostException {
        try {
            latch.await();
        } catch (InterruptedException _) {
            throw new UnknownHostException("interrupted");
        }
    }
}
