package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Penalty;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuseTests {
    private static final Duration TOOK = Duration.ofMillis(5);

    private final VirtualTime time = new VirtualTime();
    private Pace pace = Pace.DEFAULT;
    private final Fuse fuse = new Fuse("a", time, new Random(1), () -> pace);

    @ParameterizedTest
    @EnumSource
    void countsWhatTheTaxonomyHoldsAgainstTheProvider(Outcome outcome) {
        calls(outcome, 5);

        assertThat(fuse.state() == Health.Breaker.OPEN).isEqualTo(outcome.penalty() == Penalty.PROVIDER);
    }

    @Test
    void judgesByFiveCallsAtLeast() {
        calls(Outcome.TIMEOUT, 4);

        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);
        assertThat(fuse.lets()).isTrue();
    }

    @Test
    void opensWhereHalfOfTheCallsFail() {
        calls(Outcome.OK, 4);
        calls(Outcome.TIMEOUT, 3);
        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);

        calls(Outcome.TIMEOUT, 1);

        assertThat(fuse.state()).isEqualTo(Health.Breaker.OPEN);
        assertThat(fuse.lets()).isFalse();
        assertThat(fuse.share()).isZero();
    }

    @Test
    void opensAfterTenFailuresInARowWhateverCameBefore() {
        calls(Outcome.OK, 1_000);
        calls(Outcome.TIMEOUT, 9);
        calls(Outcome.OK, 1);
        calls(Outcome.TIMEOUT, 9);
        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);

        calls(Outcome.TIMEOUT, 1);

        assertThat(fuse.state()).isEqualTo(Health.Breaker.OPEN);
        assertThat(untilOpen()).isBetween(4_000L, 6_000L);
    }

    @Test
    void forgetsAfterTenSeconds() {
        calls(Outcome.TIMEOUT, 4);
        time.pass(Duration.ofSeconds(11));

        calls(Outcome.TIMEOUT, 4);

        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);
    }

    @Test
    void learnsNothingFromWhatIsReleased() {
        for (var i = 0; i < 20; i++) {
            fuse.lets();
            fuse.release();
        }

        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);
    }

    @Test
    void letsThreeProbesThroughAndThenCloses() {
        open();
        time.pass(Duration.between(time.instant(), fuse.openUntil()).plusMillis(1));

        assertThat(fuse.state()).isEqualTo(Health.Breaker.HALF_OPEN);
        assertThat(fuse.share()).isEqualTo(0.05);
        assertThat(List.of(fuse.lets(), fuse.lets(), fuse.lets(), fuse.lets()))
                .containsExactly(true, true, true, false);
        assertThat(fuse.state()).isEqualTo(Health.Breaker.HALF_OPEN);
        fuse.result(Outcome.OK, TOOK);
        fuse.result(Outcome.MALFORMED, TOOK);
        fuse.result(Outcome.OK, TOOK);
        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);
    }

    @Test
    void leavesAReleasedProbeToAnother() {
        open();
        time.pass(Duration.ofSeconds(7));
        fuse.lets();
        fuse.lets();
        fuse.lets();

        fuse.release();

        assertThat(fuse.lets()).isTrue();
        assertThat(fuse.lets()).isFalse();
    }

    @Test
    void givesTheWholeShareAfterHalfAMinute() {
        assertThat(fuse.share()).isEqualTo(1);
        recover();

        assertThat(fuse.share()).isEqualTo(0.05);
        time.pass(Duration.ofSeconds(15));
        assertThat(fuse.share()).isEqualTo(0.5);
        time.pass(Duration.ofSeconds(15));
        assertThat(fuse.share()).isEqualTo(1);
        time.pass(Duration.ofSeconds(15));
        assertThat(fuse.share()).isEqualTo(1);
    }

    @Test
    void staysOpenTwiceAsLongEachTimeUpToTheLongest() {
        var waits = new ArrayList<Long>();
        open();
        for (var i = 0; i < 4; i++) {
            waits.add(untilOpen());
            time.pass(Duration.between(time.instant(), fuse.openUntil()).plusMillis(1));
            calls(Outcome.UNREACHABLE, 3);
        }

        assertThat(waits.get(0)).isBetween(4_000L, 6_000L);
        assertThat(waits.get(1)).isBetween(8_000L, 12_000L);
        assertThat(waits.get(2)).isBetween(16_000L, 24_000L);
        assertThat(waits.get(3)).isEqualTo(24_000L);
    }

    @Test
    void spreadsThoseTimes() {
        var waits = new ArrayList<Long>();
        var random = new Random(1);
        for (var number = 0; number < 100; number++) {
            var one = new Fuse("a", time, random, () -> pace);
            for (var i = 0; i < 5; i++) {
                one.result(Outcome.TIMEOUT, TOOK);
            }
            waits.add(Duration.between(time.instant(), one.openUntil()).toMillis());
        }

        assertThat(waits).allMatch(wait -> wait >= 4_000 && wait <= 6_000);
        assertThat(waits).anyMatch(wait -> wait < 4_300).anyMatch(wait -> wait > 5_700);
    }

    @Test
    void goesOnDoublingWhereItWasNotHealthyForAWhile() {
        recover();
        time.pass(Duration.ofSeconds(59));

        open();

        assertThat(untilOpen()).isBetween(8_000L, 12_000L);
    }

    @Test
    void startsAnewWhereItWasHealthyForAWhile() {
        recover();
        time.pass(Duration.ofSeconds(60));

        open();

        assertThat(untilOpen()).isBetween(4_000L, 6_000L);
    }

    @Test
    void followsItsSettingsWhileRunning() {
        pace = new Pace(
                pace.window(),
                pace.fewest(),
                pace.tolerated(),
                pace.inARow(),
                Duration.ofMillis(100),
                Duration.ofMillis(90),
                pace.healthy(),
                pace.probes(),
                Duration.ZERO,
                pace.reprieve(),
                pace.patience(),
                pace.trial(),
                pace.longestTrial(),
                20,
                4,
                200);

        open();
        assertThat(untilOpen()).isBetween(80L, 90L);
        time.pass(Duration.ofMillis(91));
        calls(Outcome.OK, 3);
        time.pass(Duration.ofMillis(1));

        assertThat(fuse.share()).isEqualTo(1);
    }

    @Test
    void probesEarlyWhereItIsTheLeastBad() {
        assertThat(fuse.reprieve()).isTrue();
        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);
        open();

        assertThat(fuse.reprieve()).isTrue();
        assertThat(fuse.reprieve()).isTrue();

        assertThat(fuse.state()).isEqualTo(Health.Breaker.HALF_OPEN);
        assertThat(fuse.lets()).isTrue();
    }

    @Test
    void probesEarlyOnlyOnceASecond() {
        open();
        fuse.reprieve();
        calls(Outcome.TIMEOUT, 3);

        assertThat(fuse.reprieve()).isFalse();
        assertThat(fuse.state()).isEqualTo(Health.Breaker.OPEN);
        time.pass(Duration.ofSeconds(1));

        assertThat(fuse.reprieve()).isTrue();
    }

    private void open() {
        calls(Outcome.UNAVAILABLE, 5);
        assertThat(fuse.state()).isEqualTo(Health.Breaker.OPEN);
    }

    private void recover() {
        open();
        time.pass(Duration.ofSeconds(7));
        calls(Outcome.OK, 3);
        assertThat(fuse.state()).isEqualTo(Health.Breaker.CLOSED);
    }

    private long untilOpen() {
        return Duration.between(time.instant(), fuse.openUntil()).toMillis();
    }

    private void calls(Outcome outcome, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(fuse.lets()).isTrue();
            fuse.result(outcome, TOOK);
        }
    }
}
