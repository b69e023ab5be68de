package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Penalty;
import dev.universalapi.engine.standing.Percentiles.Spread;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryTests {
    private static final Offset<Double> NEARLY = within(1e-9);
    private static final long NOW = 1_772_366_400_000L;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final History history = new History();

    @Test
    void knowsNothingAtFirst() {
        var nothing = history.at(NOW);

        assertThat(nothing).isEqualTo(new History.Summary(0, 0, Spread.NONE, 0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void holdsAgainstTheProviderWhatTheTaxonomySays(Outcome outcome) {
        history.add(outcome, 10, NOW);

        var summary = history.at(NOW);

        assertThat(summary.errorRate()).isEqualTo(outcome.penalty() == Penalty.PROVIDER ? 0.5 : 0);
        assertThat(summary.quality()).isEqualTo(outcome.penalty() == Penalty.QUALITY ? 0.5 : 1);
        assertThat(summary.calls())
                .isEqualTo(
                        switch (outcome) {
                            case DEAD_KEY, RATE_LIMITED, QUOTA_SPENT, UNSUPPORTED, CANCELLED -> 0;
                            case OK,
                                    EMPTY,
                                    INVALID_INPUT,
                                    NOT_FOUND,
                                    UNAVAILABLE,
                                    BLOCKED,
                                    MALFORMED,
                                    DRIFTED,
                                    TIMEOUT,
                                    UNREACHABLE -> 1;
                        });
        assertThat(summary.spread().count()).isEqualTo(outcome == Outcome.OK || outcome == Outcome.EMPTY ? 1 : 0);
    }

    @Test
    void neverLooksFastByFailing() {
        history.add(Outcome.OK, 800, NOW);
        for (var i = 0; i < 50; i++) {
            history.add(Outcome.UNREACHABLE, 1, NOW);
        }

        assertThat(history.at(NOW).latencyMillis()).isEqualTo(800);
        assertThat(history.at(NOW).spread().p50()).isBetween(800L, 810L);
    }

    @Test
    void forgetsHalfOfItEveryHalfMinute() {
        history.add(Outcome.TIMEOUT, 10, NOW);
        history.add(Outcome.OK, 10, NOW);

        var later = history.at(NOW + 30_000);

        assertThat(later.calls()).isEqualTo(1, NEARLY);
        assertThat(later.errorRate()).isEqualTo(0.25, NEARLY);
    }

    @Test
    void addsToWhatItStillKnows() {
        history.add(Outcome.OK, 10, NOW);
        history.add(Outcome.OK, 10, NOW + 30_000);
        history.add(Outcome.OK, 10, NOW);

        assertThat(history.at(NOW + 30_000).calls()).isEqualTo(2.5, NEARLY);
        assertThat(history.at(NOW).calls()).isEqualTo(2.5, NEARLY);
    }

    @Test
    void jumpsToAPeakAndDecaysToTheMean() {
        history.add(Outcome.OK, 100, NOW);
        history.add(Outcome.OK, 900, NOW + 10);
        assertThat(history.at(NOW + 10).latencyMillis()).isEqualTo(900);

        history.add(Outcome.OK, 100, NOW + 10_010);

        assertThat(history.at(NOW + 10_010).latencyMillis()).isEqualTo(100 + 800 / Math.E, within(0.001));
        history.add(Outcome.OK, 100, NOW);
        assertThat(history.at(NOW + 10_010).latencyMillis()).isEqualTo(100 + 800 / Math.E, within(0.001));
        history.add(Outcome.OK, 100, NOW + 20_010);
        assertThat(history.at(NOW + 20_010).latencyMillis()).isEqualTo(100 + 800 / Math.E / Math.E, within(0.001));
    }

    @Test
    void knowsHalfAndAllButATwentieth() {
        for (var i = 1; i <= 100; i++) {
            history.add(Outcome.OK, i, NOW);
        }

        assertThat(history.at(NOW).spread()).isEqualTo(new Spread(100, 50, 95));
        assertThat(history.spread(NOW)).isEqualTo(new Spread(100, 50, 95));
    }

    @Test
    void countsManyOnceASecond() {
        for (var i = 0; i < 150; i++) {
            history.add(Outcome.OK, i < 100 ? 10 : 20, NOW);
        }

        assertThat(history.spread(NOW + 999)).isEqualTo(new Spread(100, 10, 10));
        assertThat(history.spread(NOW + 1000)).isEqualTo(new Spread(150, 10, 20));
    }

    @Test
    void forgetsPercentilesAfterThreeMinutes() {
        var start = NOW / MINUTE * MINUTE;
        history.add(Outcome.OK, 10, start);
        history.add(Outcome.OK, 50, start + MINUTE);

        assertThat(history.spread(start + 3 * MINUTE - 1).count()).isEqualTo(2);
        assertThat(history.spread(start + 3 * MINUTE + 1_000)).isEqualTo(new Spread(1, 50, 50));
        assertThat(history.spread(start + 4 * MINUTE)).isEqualTo(Spread.NONE);
        history.add(Outcome.OK, 30, start + 9 * MINUTE);
        assertThat(history.spread(start + 9 * MINUTE)).isEqualTo(new Spread(1, 30, 30));
    }

    @Test
    void takesAnyTimeForOne() {
        history.add(Outcome.OK, -5, NOW);
        history.add(Outcome.OK, Long.MAX_VALUE, NOW);

        assertThat(history.spread(NOW).p50()).isZero();
        assertThat(history.spread(NOW).p95()).isBetween(119_000L, 121_000L);
    }
}
