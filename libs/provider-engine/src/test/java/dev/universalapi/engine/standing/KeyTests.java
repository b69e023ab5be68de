package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class KeyTests {
    private final VirtualTime time = new VirtualTime();
    private final Key key = new Key(time, () -> Pace.DEFAULT, time);

    @Test
    void isAliveAtFirst() {
        assertThat(key.bars()).isEmpty();
        assertThat(key.admits()).isEmpty();
        assertThat(key.dead()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DEAD_KEY")
    void livesUnlessTheProviderRefusesIt(Outcome outcome) {
        key.learn(outcome, null);

        assertThat(key.dead()).isFalse();
        assertThat(key.bars()).isEmpty();
    }

    @Test
    void isParkedForAQuarterOfAnHour() {
        key.learn(Outcome.DEAD_KEY, null);

        assertThat(key.dead()).isTrue();
        assertThat(key.bars())
                .hasValue(new Entry.Barred(
                        Outcome.DEAD_KEY,
                        time.instant().plus(Duration.ofMinutes(15)),
                        "the provider refuses this credential"));
        time.pass(Duration.ofMinutes(15).minusMillis(1));
        assertThat(key.admits()).isPresent();
        time.pass(Duration.ofMillis(1));
        assertThat(key.dead()).isFalse();
        assertThat(key.bars()).isEmpty();
    }

    @Test
    void isTriedAgainByOneAtATime() {
        key.learn(Outcome.DEAD_KEY, null);
        time.pass(Duration.ofMinutes(15));

        assertThat(key.admits()).isEmpty();
        assertThat(key.admits()).isPresent();
        time.pass(Duration.ofMinutes(1));
        assertThat(key.admits()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OK", "EMPTY", "DEAD_KEY"})
    void givesATrialThatToldNothingToTheNext(Outcome outcome) {
        key.learn(Outcome.DEAD_KEY, null);
        time.pass(Duration.ofMinutes(15));
        key.admits();

        key.learn(outcome, null);

        assertThat(key.admits()).isEmpty();
        key.learn(Outcome.DEAD_KEY, null);
        assertThat(key.bars().orElseThrow().until()).isEqualTo(time.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void isParkedTwiceAsLongEachTimeUpToHours() {
        var minutes = new ArrayList<Long>();
        for (var i = 0; i < 7; i++) {
            assertThat(key.admits()).isEmpty();
            key.learn(Outcome.DEAD_KEY, null);
            var until = key.bars().orElseThrow().until();
            minutes.add(Duration.between(time.instant(), until).toMinutes());
            time.pass(Duration.between(time.instant(), until));
        }

        assertThat(minutes).containsExactly(15L, 30L, 60L, 120L, 240L, 360L, 360L);
    }

    @Test
    void takesRefusalsOfCallsUnderWayTogetherForOne() {
        key.learn(Outcome.DEAD_KEY, null);
        key.learn(Outcome.DEAD_KEY, null);
        key.learn(Outcome.DEAD_KEY, null);

        assertThat(key.bars().orElseThrow().until()).isEqualTo(time.instant().plus(Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @EnumSource(names = {"OK", "EMPTY"})
    void isRevivedByASuccess(Outcome success) {
        key.learn(Outcome.DEAD_KEY, null);
        time.pass(Duration.ofMinutes(15));
        key.admits();

        key.learn(success, null);

        assertThat(key.dead()).isFalse();
        assertThat(key.admits()).isEmpty();
        assertThat(key.admits()).isEmpty();
        key.learn(Outcome.DEAD_KEY, null);
        key.learn(Outcome.DEAD_KEY, null);
        assertThat(key.bars().orElseThrow().until()).isEqualTo(time.instant().plus(Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "QUOTA_SPENT"})
    void restsAsLongAsTheProviderSays(Outcome outcome) {
        key.learn(outcome, 30L);

        assertThat(key.dead()).isFalse();
        assertThat(key.bars())
                .hasValue(new Entry.Barred(
                        Outcome.RATE_LIMITED,
                        time.instant().plusSeconds(30),
                        "the provider wants to be left alone until 2026-03-01T12:00:30Z"));
        time.pass(Duration.ofSeconds(30));
        assertThat(key.bars()).isEmpty();
    }

    @Test
    void doublesWithoutEverGrowingTooLarge() {
        var longest = Duration.ofHours(6);

        assertThat(List.of(
                        Pace.doubled(Duration.ofMinutes(1), 0, longest),
                        Pace.doubled(Duration.ofMinutes(1), 3, longest),
                        Pace.doubled(longest, 0, longest),
                        Pace.doubled(Duration.ofMinutes(1), 5_000, longest)))
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(8), longest, longest);
    }
}
