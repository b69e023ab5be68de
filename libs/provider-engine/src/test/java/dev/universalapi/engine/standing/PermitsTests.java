package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermitsTests {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final VirtualTime time = new VirtualTime();
    private final Permits permits = new Permits(time, Pace.DEFAULT);

    @Test
    void givesTwentyAtFirst() throws InterruptedException {
        assertThat(takeAll()).isEqualTo(20);
        assertThat(permits.free()).isFalse();
        assertThat(permits.inFlight()).isEqualTo(20);

        permits.give();

        assertThat(permits.free()).isTrue();
        assertThat(permits.inFlight()).isEqualTo(19);
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        takeAll();

        assertThat(permits.take(Duration.ofMillis(300))).isFalse();

        assertThat(time.instant()).isEqualTo(VirtualTime.START.plusMillis(300));
        assertThat(permits.inFlight()).isEqualTo(20);
        permits.give();
        assertThat(permits.inFlight()).isEqualTo(19);
    }

    @Test
    void servesThoseWhoWaitInOrder() throws InterruptedException {
        takeAll();
        var served = new ArrayList<Integer>();
        for (var i = 0; i < 3; i++) {
            var number = i;
            time.start(() -> {
                if (take(LONG)) {
                    served.add(number);
                }
            });
        }
        time.sleep(Duration.ofMillis(1));

        permits.give();
        permits.give();
        assertThat(permits.free()).isFalse();
        time.sleep(Duration.ofMillis(1));

        assertThat(served).containsExactly(0, 1);
        assertThat(permits.inFlight()).isEqualTo(20);
    }

    @Test
    void passesNobodyWhoWaits() throws InterruptedException {
        takeAll();
        time.start(() -> take(LONG));
        time.sleep(Duration.ofMillis(1));
        permits.give();

        assertThat(permits.take(Duration.ZERO)).isFalse();
    }

    @Test
    void forgetsWhoLeft() throws InterruptedException {
        takeAll();
        var waiting = time.start(() -> take(LONG));
        time.sleep(Duration.ofMillis(1));

        waiting.interrupt();
        time.sleep(Duration.ofMillis(1));
        permits.give();

        assertThat(permits.free()).isTrue();
        assertThat(permits.inFlight()).isEqualTo(19);
    }

    @Test
    void takesBackWhatCameTooLate() throws InterruptedException {
        takeAll();
        var waiting = time.start(() -> take(LONG));
        time.sleep(Duration.ofMillis(1));

        permits.give();
        waiting.interrupt();
        time.sleep(Duration.ofMillis(1));

        assertThat(permits.inFlight()).isEqualTo(19);
    }

    @Test
    void letsNoMoreThanAThousandWait() throws InterruptedException {
        takeAll();
        var refused = new AtomicInteger();

        for (var i = 0; i < 1_003; i++) {
            time.start(() -> {
                var before = time.instant();
                if (!take(LONG) && before.equals(time.instant())) {
                    refused.incrementAndGet();
                }
            });
        }
        time.sleep(Duration.ofMillis(1));

        assertThat(refused).hasValue(3);
        time.sleep(LONG);
        assertThat(permits.inFlight()).isEqualTo(20);
    }

    @Test
    void allowsMoreWhereMoreMakeNothingSlower() throws InterruptedException {
        busy(600, Duration.ofMillis(100));

        assertThat(permits.limit()).isBetween(21, 200);
    }

    @Test
    void allowsFewerWhereCallsTakeLonger() throws InterruptedException {
        busy(600, Duration.ofMillis(100));
        var before = permits.limit();

        busy(1, Duration.ofSeconds(2));

        assertThat(permits.limit()).isLessThan(before).isGreaterThanOrEqualTo(20);
    }

    @Test
    void keepsTheFewestHoweverLongCallsTake() throws InterruptedException {
        busy(600, Duration.ofMillis(100));

        var limits = new TreeSet<Integer>();
        for (var i = 0; i < 50; i++) {
            busy(1, Duration.ofSeconds(2));
            limits.add(permits.limit());
        }
        assertThat(limits.first()).isEqualTo(20);
    }

    @Test
    void givesEachWhoWaitsItsTurnInRealTime() throws InterruptedException {
        var real = new Permits(Pause.REAL, Pace.DEFAULT);
        var most = new AtomicInteger();
        var threads = IntStream.range(0, 200)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    try {
                        assertThat(real.take(Duration.ofMinutes(1))).isTrue();
                        most.accumulateAndGet(real.inFlight(), Math::max);
                        real.give();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(real.inFlight()).isZero();
        assertThat(most.get()).isBetween(1, 20);
    }

    @Test
    void endsAtOnceWhereTheCallerLeft() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> {
                    takeAll();
                    permits.take(LONG);
                })
                .isInstanceOf(InterruptedException.class);
        assertThat(permits.inFlight()).isEqualTo(20);
    }

    private void busy(int calls, Duration took) throws InterruptedException {
        for (var i = 0; i < calls; i++) {
            var taken = takeAll();
            for (var j = 0; j < taken; j++) {
                permits.give(took, false);
            }
        }
    }

    private int takeAll() throws InterruptedException {
        var taken = 0;
        while (permits.take(Duration.ZERO)) {
            taken++;
        }
        return taken;
    }

    private boolean take(Duration most) {
        try {
            return permits.take(most);
        } catch (InterruptedException _) {
            return false;
        }
    }
}
