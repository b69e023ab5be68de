package dev.universalapi.engine.quota;

import static dev.universalapi.engine.quota.Acme.KEY;
import static dev.universalapi.engine.quota.Acme.NOTHING;
import static dev.universalapi.engine.quota.Acme.ONE;
import static dev.universalapi.engine.quota.Acme.allows;
import static dev.universalapi.engine.quota.Acme.granted;
import static dev.universalapi.engine.quota.Acme.says;
import static dev.universalapi.engine.quota.Acme.unlimited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Grant.Granted;
import dev.universalapi.engine.quota.Grant.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two replicas and their store, which may go away or lose what it held.
class ReplicasTests {
    private static final Duration SETTLE = CountedQuotas.Settings.DEFAULT.settle();

    private final FakeClock clock = new FakeClock();
    private final FakeStore store = new FakeStore(clock);
    private final CountedQuotas one = replica(clock);
    private final CountedQuotas two = replica(clock);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private CountedQuotas replica(InstantSource of) {
        return new CountedQuotas(store, () -> 2, () -> CountedQuotas.Settings.DEFAULT, of, () -> 0);
    }

    @Test
    void countTogether() {
        var provider = allows("[ 100/hour ]");

        var granted = granted(one, provider, 60) + granted(two, provider, 60);

        assertThat(granted).isEqualTo(100);
        assertThat(one.together()).isTrue();
    }

    @Test
    void restTogether() {
        one.learn(unlimited(), KEY, Outcome.RATE_LIMITED, says("retry-after", "30"), NOTHING);

        var refused = two.take(unlimited(), KEY, ONE);
        clock.pass(Duration.ofSeconds(30));

        assertThat(refused)
                .isEqualTo(
                        new Refused(FakeClock.START.plusSeconds(30), true, "It asked to be left alone for a while."));
        assertThat(two.take(unlimited(), KEY, ONE)).isEqualTo(new Granted());
    }

    @Test
    void knowTogetherHowOftenInARowItWasCalledTooOften() {
        one.learn(unlimited(), KEY, Outcome.RATE_LIMITED, says(), NOTHING);
        clock.pass(Duration.ofSeconds(60));
        two.take(unlimited(), KEY, ONE);
        two.learn(unlimited(), KEY, Outcome.RATE_LIMITED, says(), NOTHING);
        var second = two.headroom(unlimited(), KEY).until();
        clock.pass(Duration.ofMinutes(2));
        one.take(unlimited(), KEY, ONE);
        one.learn(unlimited(), KEY, Outcome.OK, says(), NOTHING);
        two.take(unlimited(), KEY, ONE);
        two.learn(unlimited(), KEY, Outcome.RATE_LIMITED, says(), NOTHING);

        assertThat(second).isEqualTo(FakeClock.START.plusSeconds(180));
        assertThat(two.headroom(unlimited(), KEY).until()).isEqualTo(FakeClock.START.plusSeconds(240));
    }

    @Test
    void believeTogetherWhatTheProviderSays() {
        var provider = allows("[ 100/hour ]\nquota-headers: { remaining: left }");
        one.take(provider, KEY, ONE);

        one.learn(provider, KEY, Outcome.OK, says("left", "20"), NOTHING);

        assertThat(granted(two, provider, 100)).isEqualTo(20);
    }

    @Test
    void spendHalfEachOfWhatWasLeftWhileTheStoreIsAway() {
        var provider = allows("[ 100/hour ]");
        granted(one, provider, 10);
        granted(two, provider, 10);
        granted(one, provider, 1);

        store.away(true);
        var first = granted(one, provider, 100);
        var second = granted(two, provider, 100);
        clock.pass(Duration.ofHours(1));

        assertThat(first).isEqualTo((100 - 21) / 2);
        assertThat(second).isEqualTo((100 - 20) / 2);
        assertThat(one.together()).isFalse();
        assertThat(granted(one, provider, 100)).isEqualTo(50);
        assertThat(granted(two, provider, 100)).isEqualTo(50);
    }

    @Test
    void spendTheirShareOnlyUntilOthersHaveToldWhatTheySpent() {
        var provider = allows("[ 100/hour ]");
        granted(one, provider, 10);
        granted(two, provider, 10);
        store.away(true);
        var away = granted(one, provider, 100) + granted(two, provider, 30);

        store.away(false);
        var back = granted(one, provider, 100);
        two.reconcile();
        clock.pass(SETTLE);
        var settled = granted(one, provider, 100) + granted(two, provider, 100);

        assertThat(away).isEqualTo(45 + 30);
        assertThat(back).isZero();
        assertThat(settled).isEqualTo(100 - 20 - away);
        assertThat(one.together()).isTrue();
    }

    @Test
    void tellWhatTheySpentAndLearntAloneOnceTheStoreIsBack() {
        var provider = allows("[ 100/hour, 500 tokens/hour ]\nquota-headers: { unit: requests, remaining: left }");
        store.away(true);
        one.take(provider, KEY, ONE);
        one.learn(provider, KEY, Outcome.OK, says("left", "40"), Map.of("tokens", 450L));
        one.learn(provider, "other", Outcome.RATE_LIMITED, says("retry-after", "30"), NOTHING);

        store.away(false);
        one.reconcile();
        var asked = store.asked;
        one.reconcile();

        assertThat(store.asked).isEqualTo(asked);
        assertThat(two.take(provider, KEY, Map.of("tokens", 51L))).isInstanceOf(Refused.class);
        assertThat(two.take(provider, KEY, Map.of("tokens", 50L))).isEqualTo(new Granted());
        assertThat(granted(two, provider, 100)).isEqualTo(40);
        assertThat(two.take(provider, "other", ONE)).isInstanceOf(Refused.class);
    }

    @Test
    void askAnAbsentStoreOnceWhenTheyReconcile() {
        var provider = allows("[ 100/hour ]");
        store.away(true);
        one.take(provider, KEY, ONE);
        one.take(provider, "other", ONE);
        var asked = store.asked;

        one.reconcile();

        assertThat(store.asked).isEqualTo(asked + 1);
    }

    @Test
    void countOnceWhatTheStoreCountedUnheard() {
        var provider = allows("[ 10/hour ]");
        granted(one, provider, 1);
        store.mute(true);
        var unheard = granted(one, provider, 3);

        store.mute(false);
        clock.pass(SETTLE);
        granted(one, provider, 1);
        clock.pass(SETTLE);

        assertThat(unheard).isEqualTo(3);
        assertThat(granted(two, provider, 20)).isEqualTo(10 - 5);
    }

    @Test
    void makeGoodWhatTheStoreLostAndKeepAMargin() {
        var provider = allows("[ 100/hour ]");
        var before = granted(one, provider, 30) + granted(two, provider, 30);

        store.lose();
        clock.pass(Duration.ofSeconds(1));
        var after = granted(one, provider, 5) + granted(two, provider, 5) + granted(one, provider, 100);

        assertThat(before).isEqualTo(60);
        assertThat(before + after).isEqualTo(90);
    }

    @Test
    void keepTheMarginWhereOnlyTheStoreCanKnowThatItLost() {
        var provider = allows("[ 100/hour ]");
        granted(one, provider, 1);
        granted(two, provider, 1);
        clock.pass(Duration.ofMinutes(59).plusSeconds(59));
        store.lose();
        clock.pass(Duration.ofSeconds(1));

        // the window began when the store knew nothing yet, so this one has lost nothing
        assertThat(granted(one, provider, 1)).isEqualTo(1);
        assertThat(granted(two, provider, 100)).isEqualTo(99);

        var other = allows("[ 100/day ]");
        store.lose();
        clock.pass(Duration.ofSeconds(1));
        assertThat(granted(one, other, 200)).isEqualTo(90);
    }

    @Test
    void useTheMarginOnceTheProviderTellsWhatWasSpent() {
        var provider = allows("[ 100/hour ]\nquota-headers: { remaining: left }");
        granted(one, provider, 60);
        store.lose();
        clock.pass(Duration.ofSeconds(1));
        var after = granted(one, provider, 100);

        one.learn(provider, KEY, Outcome.OK, says("left", "10"), NOTHING);

        assertThat(after).isEqualTo(30);
        assertThat(granted(one, provider, 100)).isEqualTo(10);
    }

    @Test
    void followTheClockOfTheStore() {
        var provider = allows("[ 10/minute ]");
        var slow = replica(() -> clock.instant().minusSeconds(45));
        granted(one, provider, 6);

        var granted = granted(slow, provider, 10);
        var refused = slow.take(provider, KEY, ONE);

        assertThat(granted).isEqualTo(4);
        assertThat(refused).isInstanceOf(Refused.class);
        assertThat(((Refused) refused).until()).isEqualTo(FakeClock.START.plusSeconds(60));
    }

    @Test
    void giveUpAStoreWhoseClockCannotBeFollowed() {
        Counts confused = ask -> Optional.of(
                new Counts.Told(Counts.Verdict.SKEWED, ask.now().plusSeconds(60), 0, FakeClock.START, 0, List.of()));
        var quotas = new CountedQuotas(confused, () -> 2, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0);

        assertThat(granted(quotas, allows("[ 10/hour ]"), 10)).isEqualTo(5);
        assertThat(quotas.together()).isFalse();
    }

    @Test
    void thinkNothingOfTheStoreWhereACallerLeft() {
        store.away(true);
        Thread.currentThread().interrupt();

        one.take(allows("[ 10/hour ]"), KEY, ONE);

        assertThat(one.together()).isTrue();
    }

    @Test
    void areOneAtLeast() {
        store.away(true);
        var lonely = new CountedQuotas(store, () -> 0, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0);

        assertThat(granted(lonely, allows("[ 10/hour ]"), 20)).isEqualTo(10);
    }
}
