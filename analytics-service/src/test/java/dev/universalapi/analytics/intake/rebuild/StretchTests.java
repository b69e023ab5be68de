package dev.universalapi.analytics.intake.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTests {
    private static final Instant FROM = Instant.parse("2026-03-10T21:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-11T00:00:00Z");

    private final List<Instant> worked = new ArrayList<>();

    @Test
    void tellsOfAllWhereThereIsTime() {
        var stretch = Stretch.of(FROM, TO, Duration.ofHours(1), this::work);

        assertThat(stretch.next()).isNull();
        assertThat(stretch.done().events()).isEqualTo(3);
        assertThat(worked).hasSize(3);
    }

    @Test
    void goesOnFromNextUntilThereIsNone() {
        var next = FROM;
        var answers = 0;

        while (next != null) {
            next = Stretch.of(next, TO, Duration.ZERO, this::work).next();
            answers++;
        }

        assertThat(answers).isEqualTo(3);
        assertThat(worked).containsExactly(FROM, FROM.plusSeconds(3_600), FROM.plusSeconds(7_200));
    }

    @Test
    void aDayIsOverWithItsLastHour() {
        assertThat(Hour.of(TO.minusSeconds(1)).isLastOfDay()).isTrue();
        assertThat(Hour.of(TO.minusSeconds(3_601)).isLastOfDay()).isFalse();
        assertThat(Hour.of(TO.minusSeconds(1)).midnight()).isEqualTo(Instant.parse("2026-03-10T00:00:00Z"));
    }

    private Step work(Hour hour) {
        worked.add(hour.start());
        return new Step(1, Differences.none(), Differences.none());
    }
}
