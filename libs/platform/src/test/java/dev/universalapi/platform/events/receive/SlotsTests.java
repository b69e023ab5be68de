package dev.universalapi.platform.events.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotsTests {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void neverEmptiesTheSlotOfAnEventThatIsInTime() {
        for (int hours = 0; hours < 24 * 7 * 20; hours++) {
            var now = START.plus(Duration.ofHours(hours));
            var free = Slots.free(now);
            for (var time = now.minus(Slots.PAST);
                    !time.isAfter(now.plus(Slots.FUTURE));
                    time = time.plusSeconds(43_200)) {
                assertThat(Slots.of(time)).isNotEqualTo(free);
            }
        }
    }

    @Test
    void knowsWhatIsTooOldAndWhatIsNotYet() {
        assertThat(Slots.isInTime(START.minus(Duration.ofDays(35)), START)).isTrue();
        assertThat(Slots.isInTime(START.minus(Duration.ofDays(35)).minusMillis(1), START))
                .isFalse();
        assertThat(Slots.isInTime(START.plus(Duration.ofDays(1)), START)).isTrue();
        assertThat(Slots.isInTime(START.plus(Duration.ofDays(1)).plusMillis(1), START))
                .isFalse();
    }
}
