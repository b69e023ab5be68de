package dev.universalapi.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryIdempotencyTests extends IdempotencySuite {
    private Instant now = Instant.EPOCH;
    private final Idempotency keys = new InMemoryIdempotency(() -> now);

    @Override
    Idempotency keys() {
        return keys;
    }

    @Override
    void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aResultThatDoesNotFitIsLostAndItsKeyIsNot() {
        var small = new InMemoryIdempotency(() -> now, 10, 2);
        var key = new Idempotency.Key("live/guild", "one");
        small.claim(key, "a");
        small.keep(key, "a", new byte[3]);

        assertThat(small.claim(key, "a")).isEqualTo(new Claim.Lost());
    }

    @Test
    void keysAreBounded() {
        var small = new InMemoryIdempotency(() -> now, 10, 10);

        for (int i = 0; i < 100; i++) {
            small.claim(new Idempotency.Key("live/guild", "key" + i), "a");
        }

        assertThat(small.size()).isLessThanOrEqualTo(10);
    }
}
