package dev.universalapi.gateway.limit.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditsTests {
    private static final Duration LIFE = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofHours(1);

    private final List<String> told = new ArrayList<>();
    private long now = 5;
    private final Credits<String, String> credits = new Credits<>(LIFE, 8, () -> now);

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private Unit<String> open(int units, Duration longest) {
        return credits.open(
                "a", units, longest, "known", (ended, used) -> told.add(ended + " ended, " + used + " used"));
    }

    /// How many are wanted by calls that come so many ms apart, each of which gets none ahead.
    private List<Integer> wanted(int calls, long apart) {
        var wanted = new ArrayList<Integer>();
        for (var i = 0; i < calls; i++) {
            wanted.add(credits.wanted("a"));
            credits.none("a");
            pass(apart);
        }
        return wanted;
    }

    @Test
    void wantsMoreTheFasterItIsUsedUpAndLessAfterwards() {
        pass(1_000);

        assertThat(wanted(6, 49)).containsExactly(1, 2, 4, 8, 8, 8);
        pass(50);
        assertThat(wanted(5, 100)).containsExactly(8, 4, 2, 1, 1);
    }

    @Test
    void asksForMoreOnceAtATime() {
        wanted(3, 1);

        var first = credits.wanted("a");
        var meanwhile = credits.wanted("a");
        credits.none("a");
        var after = credits.wanted("a");

        assertThat(List.of(first, meanwhile, after)).containsExactly(8, 1, 8);
    }

    @Test
    void givesAsManyAsWereCountedAndToNobodyElse() {
        var first = open(4, LONG);
        pass(7);

        assertThat(first.left()).isEqualTo(3);
        assertThat(first.low()).isFalse();
        assertThat(credits.take("b")).isEmpty();
        assertThat(credits.take("a")).hasValueSatisfying(unit -> {
            assertThat(unit.known()).isEqualTo("known");
            assertThat(unit.left()).isEqualTo(2);
            assertThat(unit.low()).isFalse();
            assertThat(unit.age()).isEqualTo(Duration.ofMillis(7));
        });
        assertThat(credits.take("a"))
                .hasValueSatisfying(unit -> assertThat(unit.low()).isTrue());
        assertThat(credits.take("a"))
                .hasValueSatisfying(unit -> assertThat(unit.left()).isZero());
        assertThat(credits.take("a")).isEmpty();
    }

    @Test
    void wantsMoreInTheSecondHalfOfItsLife() {
        open(9, LONG);
        pass(50);

        assertThat(credits.take("a"))
                .hasValueSatisfying(unit -> assertThat(unit.low()).isTrue());
    }

    @Test
    void givesWhatWasCountedFirstFirst() {
        open(3, LONG);
        open(2, LONG);

        assertThat(credits.take("a"))
                .hasValueSatisfying(unit -> assertThat(unit.left()).isEqualTo(1));
        assertThat(credits.take("a")).hasValueSatisfying(unit -> {
            assertThat(unit.left()).isZero();
            assertThat(unit.low()).isFalse();
        });
        assertThat(credits.take("a")).hasValueSatisfying(unit -> {
            assertThat(unit.left()).isZero();
            assertThat(unit.low()).isTrue();
        });
        assertThat(credits.take("a")).isEmpty();
    }

    @Test
    void givesNothingAfterItsLifeOrItsWindow() {
        open(3, LONG);
        pass(100);
        assertThat(credits.take("a")).isEmpty();

        open(3, Duration.ofMillis(10));
        pass(10);
        assertThat(credits.take("a")).isEmpty();
    }

    @Test
    void tellsAtOnceWhenAllHaveEnded() {
        var first = open(2, LONG);
        var second = credits.take("a").orElseThrow();

        first.end().end(true);
        second.end().end(false);
        pass(1_000);
        credits.tend();

        assertThat(told).containsExactly("2 ended, 1 used");
    }

    @Test
    void tellsSumsNowAndThenAndGivesBackWhatNobodyCameFor() {
        var first = open(5, LONG);
        var second = credits.take("a").orElseThrow();

        first.end().end(true);
        credits.tend();
        credits.tend();
        pass(100);
        credits.tend();
        second.end().end(true);

        assertThat(told).containsExactly("1 ended, 1 used", "4 ended, 1 used", "5 ended, 2 used");
    }
}
