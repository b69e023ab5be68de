package dev.universalapi.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTests {
    private final Pauses pauses = new Pauses();

    @Test
    void growFromOneSecondToThirty() {
        var seconds = Stream.generate(() -> pauses.after(Duration.ofSeconds(59)).toSeconds())
                .limit(7)
                .toList();

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void beginAgainAfterAHealthyMinute() {
        pauses.after(Duration.ZERO);
        pauses.after(Duration.ZERO);

        assertThat(pauses.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauses.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
    }
}
