package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PauseTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void saysThatASignalCame() throws InterruptedException {
        var signal = new CompletableFuture<String>();

        var thread = Pause.REAL.start(() -> signal.complete("now"));

        assertThat(Pause.REAL.await(signal, LONG)).isTrue();
        assertThat(thread.isVirtual()).isTrue();
        assertThat(thread.getName()).isEqualTo("attempt");
    }

    @Test
    void takesAFailureForASignal() throws InterruptedException {
        var signal = CompletableFuture.failedFuture(new IllegalStateException("a fault of ours"));

        assertThat(Pause.REAL.await(signal, LONG)).isTrue();
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        assertThat(Pause.REAL.await(new CompletableFuture<>(), Duration.ofMillis(1)))
                .isFalse();
        assertThat(Pause.REAL.await(new CompletableFuture<>(), Duration.ofMillis(-1)))
                .isFalse();
    }

    @Test
    void endsWhereTheCallerLeft() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Pause.REAL.await(new CompletableFuture<>(), LONG))
                .isInstanceOf(InterruptedException.class);
    }
}
