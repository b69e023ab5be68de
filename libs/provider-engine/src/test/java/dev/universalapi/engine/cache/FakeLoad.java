package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.Loaded.Keeping;
import dev.universalapi.engine.cache.shelf.Tide;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers as the test says, and counts.
final class FakeLoad implements Load<String> {
    static final Keeping TEN_MINUTES = keeping(false, false, false, true);

    final AtomicInteger calls = new AtomicInteger();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    volatile Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);
    volatile Keeping keeping = TEN_MINUTES;
    volatile String provider = "shom";
    volatile Instant deadline = Instant.MIN;
    volatile Optional<Loaded<String>> instead = Optional.empty();

    static Keeping keeping(boolean empty, boolean degraded, boolean partial, boolean shareable) {
        return new Keeping(Optional.of(Duration.ofMinutes(10)), empty, degraded, partial, shareable);
    }

    @Override
    public Loaded<String> run(Instant until) {
        var call = calls.incrementAndGet();
        deadline = until;
        begun.countDown();
        try {
            gate.acquire();
        } catch (InterruptedException _) {
            interrupted.countDown();
            return new Loaded.Failed<>("interrupted", true);
        }
        return instead.orElseGet(
                () -> new Loaded.Answered<>("reply " + call, Tide.told("place " + call, provider), keeping));
    }

    void hold() {
        gate = new Semaphore(0);
    }

    void release() {
        gate.release(10_000);
    }
}
