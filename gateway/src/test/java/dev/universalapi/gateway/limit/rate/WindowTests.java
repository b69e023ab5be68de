package dev.universalapi.gateway.limit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTests {
    private static final long MINUTE = 60_000;

    @Test
    void fillsUpToItsLimitAndNoFurther() {
        var window = Window.EMPTY.at(5 * MINUTE, MINUTE);

        for (var i = 0; i < 10; i++) {
            assertThat(window.left(5 * MINUTE, MINUTE, 10)).isEqualTo(10 - i);
            window = window.plusOne();
        }

        assertThat(window.left(5 * MINUTE, MINUTE, 10)).isZero();
    }

    @Test
    void ofTheCellBeforeAsMuchCountsAsIsStillCovered() {
        var window = new Window(5, 10, 0);

        assertThat(window.at(6 * MINUTE, MINUTE).left(6 * MINUTE, MINUTE, 10)).isZero();
        assertThat(window.at(6 * MINUTE + 30_000, MINUTE).left(6 * MINUTE + 30_000, MINUTE, 10))
                .isEqualTo(5);
        assertThat(window.at(7 * MINUTE, MINUTE).left(7 * MINUTE, MINUTE, 10)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 0, 0", "10, 10, 0, 59999", "10, 3, 9, 100", "1, 1, 0, 20000", "7, 0, 7, 0", "10, 25, 4, 30000"
    })
    void hasRoomAfterTheWaitAndNotAMillisecondBefore(long limit, long current, long previous, long elapsed) {
        var now = 5 * MINUTE + elapsed;
        var window = new Window(5, current, previous);

        var again = window.wait(now, MINUTE, limit);

        assertThat(again).isPositive();
        assertThat(window.at(now + again, MINUTE).left(now + again, MINUTE, limit))
                .isPositive();
        assertThat(window.at(now + again - 1, MINUTE).left(now + again - 1, MINUTE, limit))
                .isZero();
    }

    @Test
    void aClockThatGoesBackChangesNothing() {
        var window = new Window(5, 10, 3);

        assertThat(window.at(4 * MINUTE, MINUTE)).isEqualTo(window);
    }
}
