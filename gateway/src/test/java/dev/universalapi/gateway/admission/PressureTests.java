package dev.universalapi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PressureTests {
    private static final long IN_TIME = 0;
    private static final long LATE = Duration.ofMillis(80).toNanos();

    private final Pressure pressure = new Pressure(
            new AdmissionProperties(1_000, 50, Duration.ofMillis(25), 8, Duration.ofMillis(50), List.of()));

    @Test
    void onePauseIsNoOverload() {
        pressure.look(LATE, 500);
        pressure.look(LATE, 500);
        pressure.look(IN_TIME, 500);
        pressure.look(LATE, 500);

        assertThat(pressure.room()).isEqualTo(1_000);
    }

    @Test
    void lateForSomeTimeItLetsAFifthFewerInThanThereWere() {
        for (var i = 0; i < 3; i++) {
            pressure.look(LATE, 500);
        }

        assertThat(pressure.room()).isEqualTo(400);
    }

    @Test
    void neverFewerThanTheLeastAndNeverMoreThanTheMost() {
        for (var i = 0; i < 100; i++) {
            pressure.look(LATE, 60);
        }
        assertThat(pressure.room()).isEqualTo(50);

        for (var i = 0; i < 200; i++) {
            pressure.look(IN_TIME, pressure.room());
        }
        assertThat(pressure.room()).isEqualTo(1_000);
    }

    @Test
    void lateWithHardlyACallUnderWayIsNotTheFaultOfCalls() {
        for (var i = 0; i < 100; i++) {
            pressure.look(LATE, 49);
        }

        assertThat(pressure.room()).isEqualTo(1_000);
    }

    @Test
    void roomThatNobodyNeedsDoesNotGrow() {
        for (var i = 0; i < 3; i++) {
            pressure.look(LATE, 500);
        }

        pressure.look(IN_TIME, 100);

        assertThat(pressure.room()).isEqualTo(400);
    }

    @Test
    void thereIsRoomForOneAtLeast() {
        assertThatThrownBy(() ->
                        new AdmissionProperties(10, 0, Duration.ofMillis(25), 8, Duration.ofMillis(50), List.of()))
                .hasMessageContaining("least");
    }
}
