package dev.universalapi.search.search.round;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.search.search.round.Patience.Expected;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatienceTests {
    private static final long MILLI = 1_000_000;
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMillis(120);

    @Test
    void waitsTheWholeDeadlineWhileNobodyHasAnswered() {
        var patience = patience(GRACE, 2);

        assertThat(patience.left(0)).isEqualTo(DEADLINE.toNanos());
    }

    @Test
    void waitsAGraceAfterTheFasterHalf() {
        var patience = patience(GRACE, 4);

        patience.arrived(0, true, 10 * MILLI);
        var afterOne = patience.left(10 * MILLI);
        patience.arrived(1, true, 20 * MILLI);

        assertThat(afterOne).isEqualTo(690 * MILLI);
        assertThat(patience.left(20 * MILLI)).isEqualTo(84 * MILLI);
    }

    @Test
    void waitsSevenTenthsForWhoSaysHowLongItWaits() {
        var patience = patience(null, 4);

        patience.arrived(0, true, 10 * MILLI);
        patience.arrived(1, true, 20 * MILLI);

        assertThat(patience.left(20 * MILLI)).isEqualTo(680 * MILLI);
    }

    @Test
    void waitsAQuarterOfTheRestOnceEnoughIsThere() {
        var patience = patience(GRACE, 10);

        for (int i = 0; i < 9; i++) {
            patience.arrived(i, true, 20 * MILLI);
        }

        assertThat(patience.left(20 * MILLI)).isEqualTo(21 * MILLI);
    }

    @Test
    void doesNotReckonWithWhoFailed() {
        var patience = patience(GRACE, 4);

        patience.arrived(0, false, MILLI);
        patience.arrived(1, false, MILLI);
        var nobody = patience.left(MILLI);
        patience.arrived(2, true, 20 * MILLI);

        assertThat(nobody).isEqualTo(999 * MILLI);
        assertThat(patience.left(20 * MILLI)).isEqualTo(84 * MILLI);
    }

    @Test
    void isOverOnceItsTimeIsUp() {
        var patience = patience(GRACE, 2);

        patience.arrived(0, true, 0);

        assertThat(patience.left(85 * MILLI)).isNegative();
    }

    @Test
    void doesNotWaitForWhoLatelyTookLonger() {
        var usual = List.of(20, 20, 2_000).stream()
                .map(millis -> new Expected(1, Duration.ofMillis(millis)))
                .toList();
        var patience = new Patience(0, new Patience.Manner(DEADLINE, GRACE), usual);

        waitsForTheSecondAndNoLonger(patience);
    }

    @Test
    void waitsForWhatMayBeKeptOfASlowOne() {
        var sources = List.of(new Expected(1, Duration.ZERO), new Expected(1, Duration.ofSeconds(2)));
        var patience = new Patience(0, new Patience.Manner(DEADLINE, GRACE), sources);

        patience.arrived(0, true, MILLI);

        assertThat(patience.left(MILLI)).isEqualTo(14 * MILLI);
    }

    @Test
    void waitsForHalfOfThemThoughAllLatelyTookLonger() {
        var all = Collections.nCopies(4, new Expected(1, Duration.ofSeconds(2)));
        var patience = new Patience(0, new Patience.Manner(DEADLINE, GRACE), all);

        waitsForTheSecondAndNoLonger(patience);
    }

    @Test
    void waitsForASlowOneWhileNobodyElseHasAnswered() {
        var sources = List.of(new Expected(1, Duration.ofSeconds(2)));

        var patience = new Patience(0, new Patience.Manner(DEADLINE, GRACE), sources);

        assertThat(patience.left(0)).isEqualTo(DEADLINE.toNanos());
    }

    private static void waitsForTheSecondAndNoLonger(Patience patience) {
        patience.arrived(0, true, 20 * MILLI);
        var one = patience.left(20 * MILLI);
        patience.arrived(1, true, 25 * MILLI);

        assertThat(one).isEqualTo(680 * MILLI);
        assertThat(patience.left(25 * MILLI)).isZero();
    }

    private static Patience patience(@Nullable Duration grace, int sources) {
        var all = Collections.nCopies(sources, new Expected(1, Duration.ZERO));
        return new Patience(0, new Patience.Manner(DEADLINE, grace), all);
    }
}
