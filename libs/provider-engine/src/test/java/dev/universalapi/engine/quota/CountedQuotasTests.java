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
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One replica, whose store is always there.
class CountedQuotasTests {
    private static final Instant NOW = FakeClock.START;

    private final FakeClock clock = new FakeClock();
    private final FakeStore store = new FakeStore(clock);
    private final CountedQuotas quotas =
            new CountedQuotas(store, () -> 1, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0);

    private static Refused spent(Instant until, String reason) {
        return new Refused(until, false, reason);
    }

    private static Refused resting(Instant until) {
        return new Refused(until, true, "It asked to be left alone for a while.");
    }

    @Test
    void grantsWhatIsAllowedAndNoMoreUntilTheWindowEnds() {
        var provider = allows("[ 3/minute ]");

        var first = granted(quotas, provider, 10);
        var refused = quotas.take(provider, KEY, ONE);
        clock.pass(Duration.ofSeconds(60));
        var second = granted(quotas, provider, 10);

        assertThat(first).isEqualTo(3);
        assertThat(refused).isEqualTo(spent(NOW.plusSeconds(60), "Its 3 requests a minute are spent."));
        assertThat(second).isEqualTo(3);
    }

    @Test
    void spendsNothingAloneWhileOthersCountTogether() {
        var provider = allows("[ 3/minute ]");
        quotas.take(provider, KEY, ONE);

        store.slow(true);
        var doubtful = quotas.take(provider, KEY, ONE);
        var free = quotas.take(Acme.unlimited(), KEY, ONE);
        store.slow(false);

        assertThat(doubtful)
                .isEqualTo(new Refused(
                        NOW.plusSeconds(1), true, "What is left of its quota is not known at this moment."));
        assertThat(free).isEqualTo(new Granted());
        assertThat(quotas.together()).isTrue();
        assertThat(granted(quotas, provider, 10)).isEqualTo(2);
    }

    @Test
    void remindsTheStoreOfAllThatItKnowsOnceAMinute() {
        var provider = allows("[ 10/month ]");
        granted(quotas, provider, 6);
        quotas.reconcile();
        var asked = store.asked;

        quotas.reconcile();
        var soon = store.asked;
        store.lose();
        clock.pass(Duration.ofMinutes(1));
        quotas.reconcile();
        var later = store.asked;
        var fresh = new CountedQuotas(store, () -> 1, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0);

        assertThat(soon).isEqualTo(asked);
        assertThat(later).isEqualTo(asked + 1);
        assertThat(granted(fresh, provider, 10))
                .as("what is left, less a margin")
                .isEqualTo(3);
    }

    @Test
    void takesFromAllQuotasOrFromNone() {
        var provider = allows("[ 2/minute, 3/day, 100 characters/day ]");

        var long1 = quotas.take(provider, KEY, Map.of("requests", 1L, "characters", 60L));
        var long2 = quotas.take(provider, KEY, Map.of("requests", 1L, "characters", 60L));
        var short1 = quotas.take(provider, KEY, Map.of("requests", 1L, "characters", 40L));
        clock.pass(Duration.ofMinutes(1));
        var last = granted(quotas, provider, 5);

        assertThat(long1).isEqualTo(new Granted());
        assertThat(long2)
                .isEqualTo(spent(Instant.parse("2026-03-02T00:00:00Z"), "Its 100 characters a day are spent."));
        assertThat(short1).isEqualTo(new Granted());
        assertThat(last).isEqualTo(1);
    }

    @Test
    void refusesUntilTheLastOfItsSpentQuotasBeginsAnew() {
        var provider = allows("[ 1/minute, 1/day, 1/hour ]");
        quotas.take(provider, KEY, ONE);

        var refused = quotas.take(provider, KEY, ONE);

        assertThat(refused).isEqualTo(spent(Instant.parse("2026-03-02T00:00:00Z"), "Its 1 requests a day are spent."));
    }

    @Test
    void holdsTheLowerOfTwoLimitsThatCountTheSame() {
        assertThat(granted(quotas, allows("[ 5/minute, 2/minute, 7/minute ]"), 10))
                .isEqualTo(2);
    }

    @Test
    void countsEachCredentialByItself() {
        var provider = allows("[ 1/minute ]");
        quotas.take(provider, KEY, ONE);

        assertThat(quotas.take(provider, "other", ONE)).isEqualTo(new Granted());
        assertThat(quotas.take(provider, KEY, ONE)).isInstanceOf(Refused.class);
    }

    @Test
    void leavesQuotasAloneThatACallDoesNotSpend() {
        var provider = allows("[ 10 characters/day ]");
        quotas.take(provider, KEY, Map.of("requests", 1L, "characters", 10L));

        assertThat(quotas.take(provider, KEY, ONE)).isEqualTo(new Granted());
    }

    @Test
    void countsWhatOnlyTheAnswerTellsAndStopsWhenThatIsSpent() {
        var provider = allows("[ 100 tokens/minute ]");
        var unknown = Map.of("requests", 1L, "tokens", 0L);

        var first = quotas.take(provider, KEY, unknown);
        quotas.learn(provider, KEY, Outcome.OK, says(), Map.of("tokens", 99L));
        var second = quotas.take(provider, KEY, unknown);
        quotas.learn(provider, KEY, Outcome.OK, says(), Map.of("tokens", 500L));
        var third = quotas.take(provider, KEY, unknown);

        assertThat(first).isEqualTo(new Granted());
        assertThat(second).isEqualTo(new Granted());
        assertThat(third).isEqualTo(spent(NOW.plusSeconds(60), "Its 100 tokens a minute are spent."));
    }

    @Test
    void neverTakesLessThanNothing() {
        var provider = allows("[ 1/minute, 5 tokens/minute ]");

        quotas.take(provider, KEY, Map.of("requests", 1L, "tokens", -50L));

        assertThat(quotas.headroom(provider, KEY).left()).isEqualTo(0);
        assertThat(quotas.take(provider, KEY, Map.of("tokens", 6L))).isInstanceOf(Refused.class);
    }

    @Test
    void asksTheStoreForEachCallThatItCannotRefuseItself() {
        var limited = allows("[ 2/minute ]");

        granted(quotas, limited, 10);
        granted(quotas, unlimited(), 3);

        assertThat(store.asked).isEqualTo(5);
    }

    @Test
    void correctsTheCountUpwardAndNeverDownward() {
        var provider = Acme.allows("[ 10/minute ]\nquota-headers: { remaining: left }");
        granted(quotas, provider, 4);

        quotas.learn(provider, KEY, Outcome.OK, says("left", "3"), NOTHING);
        var after3 = quotas.headroom(provider, KEY);
        quotas.learn(provider, KEY, Outcome.OK, says("left", "9"), NOTHING);
        quotas.learn(provider, KEY, Outcome.OK, says("left", "many"), NOTHING);
        var granted = granted(quotas, provider, 10);

        assertThat(after3).isEqualTo(new Headroom(0.3, null, false));
        assertThat(granted).isEqualTo(3);
    }

    @Test
    void tellsTheStoreOnlyNews() {
        var provider = allows("[ 10/minute ]\nquota-headers: { remaining: left }");
        quotas.take(provider, KEY, ONE);

        quotas.learn(provider, KEY, Outcome.OK, says("left", "9"), NOTHING);
        quotas.learn(provider, KEY, Outcome.TIMEOUT, null, NOTHING);

        assertThat(store.asked).isEqualTo(1);
    }

    @Test
    void restsAsLongAsItIsAskedToEvenWithoutAQuota() {
        var provider = unlimited();

        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says("retry-after", "30"), NOTHING);
        var now = quotas.take(provider, KEY, ONE);
        clock.pass(Duration.ofMillis(29_999));
        var justBefore = quotas.take(provider, KEY, ONE);
        clock.pass(Duration.ofMillis(1));
        var then = quotas.take(provider, KEY, ONE);

        assertThat(now).isEqualTo(resting(NOW.plusSeconds(30)));
        assertThat(justBefore).isEqualTo(resting(NOW.plusSeconds(30)));
        assertThat(then).isEqualTo(new Granted());
    }

    @Test
    void restsNoShorterForALaterWord() {
        var provider = unlimited();

        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says("retry-after", "30"), NOTHING);
        quotas.learn(provider, KEY, Outcome.UNAVAILABLE, says("retry-after", "5"), NOTHING);

        assertThat(quotas.take(provider, KEY, ONE)).isEqualTo(resting(NOW.plusSeconds(30)));
    }

    @Test
    void restsLongerEachTimeInARow() {
        var provider = unlimited();

        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING);
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING); // was under way together with the first
        var first = quotas.headroom(provider, KEY);
        clock.pass(Duration.ofSeconds(60));
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING);
        var second = quotas.headroom(provider, KEY);

        assertThat(first.until()).isEqualTo(NOW.plusSeconds(60));
        assertThat(second.until()).isEqualTo(NOW.plusSeconds(180));
    }

    @ParameterizedTest
    @EnumSource(names = {"OK", "EMPTY"})
    void forgetsTheRowOnceACallWentWell(Outcome well) {
        var provider = unlimited();
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING);
        clock.pass(Duration.ofSeconds(60));

        quotas.learn(provider, KEY, well, says(), NOTHING);
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING);

        assertThat(quotas.headroom(provider, KEY).until()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void forgetsNoRowForACallThatWasUnderWayOrWentBadly() {
        var provider = unlimited();
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING);

        quotas.learn(provider, KEY, Outcome.OK, says(), NOTHING);
        clock.pass(Duration.ofSeconds(60));
        quotas.learn(provider, KEY, Outcome.TIMEOUT, null, NOTHING);
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says(), NOTHING);

        assertThat(quotas.headroom(provider, KEY).until()).isEqualTo(NOW.plusSeconds(180));
    }

    @Test
    void restsUntilTheEndOfTheLongestPeriodWhenItIsSpent() {
        var provider = allows("[ 5/minute, 50/hour ]");

        quotas.learn(provider, KEY, Outcome.QUOTA_SPENT, says(), NOTHING);

        assertThat(quotas.take(provider, KEY, ONE)).isEqualTo(resting(NOW.plusSeconds(3600)));
    }

    @Test
    void restsUntilTheEndOfThePeriodThatIsNearlySpent() {
        var provider = allows("[ 10/minute, 500/day ]");
        granted(quotas, provider, 9);

        quotas.learn(provider, KEY, Outcome.QUOTA_SPENT, says(), NOTHING);

        assertThat(quotas.take(provider, KEY, ONE)).isEqualTo(resting(NOW.plusSeconds(60)));
    }

    @Test
    void restsADayAtMostWhenAMonthIsSpent() {
        var provider = allows("[ 500/month ]");

        quotas.learn(provider, KEY, Outcome.QUOTA_SPENT, says(), NOTHING);

        assertThat(quotas.take(provider, KEY, ONE)).isEqualTo(resting(NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void knowsWhatIsLeftWithoutAskingTheStore() {
        var provider = allows("[ 4/minute, 100/day ]");

        var untouched = quotas.headroom(provider, KEY);
        granted(quotas, provider, 3);
        var scarce = quotas.headroom(provider, KEY);
        granted(quotas, provider, 1);
        var full = quotas.headroom(provider, KEY);
        var asked = store.asked;
        clock.pass(Duration.ofSeconds(60));
        var next = quotas.headroom(provider, KEY);

        assertThat(untouched).isEqualTo(Headroom.FREE);
        assertThat(scarce).isEqualTo(new Headroom(0.25, null, false));
        assertThat(full).isEqualTo(new Headroom(0, NOW.plusSeconds(60), false));
        assertThat(next).isEqualTo(new Headroom(0.96, null, false));
        assertThat(store.asked).isEqualTo(asked);
    }

    @Test
    void namesTheLastEndWhereSeveralAreSpentAndTheRestBeforeAll() {
        var provider = allows("[ 1/hour, 1/minute ]");
        granted(quotas, provider, 1);

        var spent = quotas.headroom(provider, KEY);
        quotas.learn(provider, KEY, Outcome.RATE_LIMITED, says("retry-after", "7"), NOTHING);
        var resting = quotas.headroom(provider, KEY);

        assertThat(spent).isEqualTo(new Headroom(0, NOW.plusSeconds(3600), false));
        assertThat(resting).isEqualTo(new Headroom(0, NOW.plusSeconds(7), true));
    }

    @Test
    void keepsNoMemoryOfWindowsThatAreOver() {
        var provider = allows("[ 1/second, 1000/hour ]");

        var granted = 0;
        for (var i = 0; i < 500; i++) {
            granted += granted(quotas, provider, 2);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(granted).isEqualTo(500);
        assertThat(quotas.headroom(provider, KEY).left()).isEqualTo(0.5);
    }

    @Test
    void countsForOneProcessAlone() {
        assertThat(granted(CountedQuotas.alone(clock), allows("[ 3/minute ]"), 10))
                .isEqualTo(3);
        assertThat(granted(new Unlimited(), allows("[ 3/minute ]"), 10)).isEqualTo(10);
    }
}
