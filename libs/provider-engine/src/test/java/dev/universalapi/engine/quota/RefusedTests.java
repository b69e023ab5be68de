package dev.universalapi.engine.quota;

import static dev.universalapi.engine.quota.Acme.KEY;
import static dev.universalapi.engine.quota.Acme.NOTHING;
import static dev.universalapi.engine.quota.Acme.ONE;
import static dev.universalapi.engine.quota.Acme.allows;
import static dev.universalapi.engine.quota.Acme.granted;
import static dev.universalapi.engine.quota.Acme.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Grant.Granted;
import dev.universalapi.engine.quota.Grant.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Until when a call is refused and why, whoever refuses it: what is known here, the store, or the share of one
/// replica.
class RefusedTests {
    private static final Instant NOW = FakeClock.START;
    private static final int ROOM = 64;

    private final FakeClock clock = new FakeClock();
    private final FakeStore store = new FakeStore(clock);
    private final CountedQuotas one = replica(2);
    private final CountedQuotas two = replica(2);

    private CountedQuotas replica(int replicas) {
        return new CountedQuotas(store, () -> replicas, () -> CountedQuotas.Settings.DEFAULT, clock, () -> 0);
    }

    private static Refused spent(Duration left, String reason) {
        return new Refused(NOW.plus(left), false, reason);
    }

    @Test
    void namesTheQuotaThatOthersSpent() {
        var provider = allows("[ 3/minute, 4/day ]");
        granted(one, provider, 3);

        var minute = two.take(provider, KEY, ONE);
        clock.pass(Duration.ofMinutes(1));
        granted(one, provider, 1);
        var day = two.take(provider, KEY, ONE);

        assertThat(minute).isEqualTo(spent(Duration.ofMinutes(1), "Its 3 requests a minute are spent."));
        assertThat(day).isEqualTo(spent(Duration.ofHours(12), "Its 4 requests a day are spent."));
    }

    @Test
    void takesTheLastCallThatOthersLeft() {
        var provider = allows("[ 3/minute ]");
        granted(one, provider, 2);

        assertThat(two.take(provider, KEY, ONE)).isEqualTo(new Granted());
        assertThat(two.take(provider, KEY, ONE)).isInstanceOf(Refused.class);
    }

    @Test
    void namesTheQuotaWhoseShareIsSpentWhileTheStoreIsAway() {
        var provider = allows("[ 6/minute, 100/day ]");
        store.away(true);

        var granted = granted(one, provider, 3);
        var refused = one.take(provider, KEY, ONE);

        assertThat(granted).isEqualTo(3);
        assertThat(refused).isEqualTo(spent(Duration.ofMinutes(1), "Its 6 requests a minute are spent."));
    }

    @Test
    void asksNoStoreForWhatIsKnownToBeSpentOrAtRest() {
        var provider = allows("[ 2/minute ]");
        granted(one, provider, 2);
        one.learn(provider, "other", Outcome.RATE_LIMITED, says("retry-after", "30"), NOTHING);
        var asked = store.asked;

        one.take(provider, KEY, ONE);
        one.take(provider, "other", ONE);

        assertThat(store.asked).isEqualTo(asked);
    }

    @Test
    void tellsTheStoreNothingAgainThatItKnows() {
        granted(one, allows("[ 9/minute ]"), 3);
        var asked = store.asked;

        one.reconcile();

        assertThat(store.asked).isEqualTo(asked);
    }

    @Test
    void countsLongWindowsWhileShortOnesAreForgotten() {
        var provider = allows("[ 1/second, 63/hour ]");
        for (var i = 1; i < ROOM; i++) {
            granted(one, provider, 1);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(two.take(provider, KEY, ONE))
                .isEqualTo(spent(Duration.ofHours(1), "Its 63 requests a hour are spent."));
    }

    @Test
    void knowsLongWindowsWhileShortOnesAreForgotten() {
        var provider = allows("[ 1/second, 64/hour ]");
        var alone = replica(1);
        for (var i = 1; i < ROOM; i++) {
            granted(alone, provider, 1);
            clock.pass(Duration.ofSeconds(1));
        }
        store.away(true);

        var last = granted(alone, provider, 1);
        clock.pass(Duration.ofSeconds(1));

        assertThat(last).isEqualTo(1);
        assertThat(alone.take(provider, KEY, ONE))
                .isEqualTo(spent(Duration.ofHours(1), "Its 64 requests a hour are spent."));
    }
}
