package dev.universalapi.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Whoever holds the slot keeps the thread of a fetch from landing what it brought.
class SlotTests {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Slot slot = new Slot(InstantSource.fixed(Instant.EPOCH));
    private final AtomicInteger issued = new AtomicInteger();

    private Callable<Token> lasting(Duration life) {
        return () -> Token.of("t" + issued.incrementAndGet(), Instant.EPOCH, life);
    }

    @Test
    void joinsNoFetchThatHasEnded() throws Exception {
        synchronized (slot) {
            slot.get(lasting(Duration.ZERO), LONG);

            var second = slot.get(lasting(Duration.ZERO), LONG);

            assertThat(second.token().value()).isEqualTo("t2");
        }
    }

    @Test
    void forgetsARefusedTokenThatHasNotLandedYet() throws Exception {
        synchronized (slot) {
            var first = slot.get(lasting(Duration.ofHours(1)), LONG);

            slot.forget(first.token());
            var second = slot.get(lasting(Duration.ofHours(1)), LONG);

            assertThat(second.token().value()).isEqualTo("t2");
        }
    }
}
