package dev.universalapi.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.cache.Loaded.Keeping;
import dev.universalapi.engine.cache.shelf.Entry;
import dev.universalapi.engine.cache.shelf.Tide;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How long what came now is kept: ten minutes by its manifest, where a test says nothing else.
final class LifetimesTests {
    private static final Instant NOW = FakeClock.START;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Optional<Entry> entry(Lifetimes lifetimes, Keeping keeping) {
        return lifetimes.entry(new Loaded.Answered<>("reply", Tide.told("Brest", "shom"), keeping), NOW);
    }

    private static Keeping fresh(Duration fresh) {
        return new Keeping(Optional.of(fresh), false, false, false, true);
    }

    private static Lifetimes with(double stale, Duration onError) {
        return new Lifetimes(10, stale, onError, SECOND, SECOND, SECOND, SECOND, 1);
    }

    private static Entry until(Duration fresh, Duration stale, Duration onError) {
        return new Entry(Tide.told("Brest", "shom"), NOW, NOW.plus(fresh), NOW.plus(stale), NOW.plus(onError));
    }

    @Test
    void keepsAnAnswerAsLongAgainForRenewalAndADayForErrors() {
        assertThat(entry(Lifetimes.DEFAULT, FakeLoad.TEN_MINUTES))
                .contains(until(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofHours(24)));
    }

    @Test
    void servesOnErrorNoShorterThanWhileRenewed() {
        assertThat(entry(with(2.5, Duration.ofMinutes(35)), FakeLoad.TEN_MINUTES))
                .contains(until(Duration.ofMinutes(10), Duration.ofMinutes(35), Duration.ofMinutes(35)));
        assertThat(entry(with(2.5, Duration.ofMinutes(34)), FakeLoad.TEN_MINUTES))
                .contains(until(Duration.ofMinutes(10), Duration.ofMinutes(35), Duration.ofMinutes(35)));
        assertThat(entry(with(0, Duration.ZERO), FakeLoad.TEN_MINUTES))
                .contains(until(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(10)));
    }

    @Test
    void keepsAnEmptyAnswerOnlyWhileItIsBelieved() {
        assertThat(entry(Lifetimes.DEFAULT, FakeLoad.keeping(true, false, false, true)))
                .contains(until(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10)));
        assertThat(entry(Lifetimes.DEFAULT, new Keeping(Optional.of(SECOND), true, false, false, true)))
                .contains(until(SECOND, SECOND, SECOND));
    }

    @Test
    void renewsADegradedAnswerSoonAndKeepsItForErrors() {
        assertThat(entry(Lifetimes.DEFAULT, FakeLoad.keeping(false, true, false, true)))
                .contains(until(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(24)));
    }

    @Test
    void keepsNothingPartialOrWithoutATime() {
        assertThat(entry(Lifetimes.DEFAULT, FakeLoad.keeping(false, false, true, true)))
                .isEmpty();
        assertThat(entry(Lifetimes.DEFAULT, fresh(Duration.ZERO))).isEmpty();
        assertThat(entry(Lifetimes.DEFAULT, new Keeping(Optional.empty(), false, false, false, true)))
                .isEmpty();
        assertThat(entry(Lifetimes.DEFAULT, fresh(Duration.ofNanos(1)))).isPresent();
    }

    @Test
    void takesTheLeastAndTheMostThatCanBe() {
        var least = new Lifetimes(1, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
        var most = new Lifetimes(50, 100, SECOND, SECOND, SECOND, SECOND, SECOND, 1);

        assertThat(least.memory()).isEqualTo(Runtime.getRuntime().maxMemory() / 100);
        assertThat(most.memory()).isEqualTo(Runtime.getRuntime().maxMemory() / 100 * 50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void refusesATimeThatIsNegative(int which) {
        var names = new String[] {"onError", "nothing", "degraded", "load", "rest"};
        var times = new Duration[] {SECOND, SECOND, SECOND, SECOND, SECOND};
        times[which] = SECOND.negated();

        assertThatThrownBy(() -> new Lifetimes(1, 1, times[0], times[1], times[2], times[3], times[4], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(names[which] + " must not be negative");
    }

    @Test
    void refusesLessThanNoBytes() {
        assertThatThrownBy(() -> new Lifetimes(1, 1, SECOND, SECOND, SECOND, SECOND, SECOND, -1))
                .hasMessage("mostBytes must not be negative");
    }

    @ParameterizedTest
    @CsvSource({
        "'max-age=60',                     false, false, 60",
        "'MAX-AGE=09',                     false, false, 9",
        "'no-cache, no-store',             true,  true,  ",
        "'no-store,no-cache, max-age=5',   true,  true,  5",
        "'max-age=5, no-store',            false, true,  5",
        "'max-age=5, no-cache',            true,  false, 5",
        "'max-age=999999999',              false, false, 999999999",
        "'max-age=1000000000',             false, false, 999999999",
        "'max-age=1/',                     false, false, ",
        "'max-age=1:',                     false, false, ",
        "'max-age=-1',                     false, false, ",
        "'no-cached, only-if-cached',      false, false, ",
    })
    void readsCacheControl(String header, boolean noCache, boolean noStore, Long maxAge) {
        assertThat(Freshness.parse(header))
                .isEqualTo(new Freshness(noCache, noStore, maxAge == null ? null : Duration.ofSeconds(maxAge)));
    }
}
