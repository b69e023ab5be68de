package dev.universalapi.platform.events.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTests {
    private final AtomicLong now = new AtomicLong(10_000);
    private final Progress progress = new Progress(() -> Instant.ofEpochMilli(now.get()));

    @Test
    void growsOldAsLongAsItHoldsSomething() {
        progress.begin(9_000);
        now.addAndGet(4_000);
        progress.begin(12_000); // the same batch, tried again

        assertThat(progress.age()).isEqualTo(5);
        progress.end();
        assertThat(progress.age()).isZero();
    }

    @Test
    void countsFromWhenMessagesWereFirstSeenToWait() {
        progress.lag(3);
        now.addAndGet(10_000);
        progress.lag(5);

        assertThat(progress.age()).isEqualTo(10);
        assertThat(progress.lag()).isEqualTo(5);
        progress.lag(0);
        assertThat(progress.age()).isZero();
    }
}
