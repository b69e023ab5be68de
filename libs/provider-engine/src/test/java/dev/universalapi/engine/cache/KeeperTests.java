package dev.universalapi.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Entry;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.cache.shelf.Tide;
import dev.universalapi.engine.choice.Route;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a process keeps, and who may have it.
final class KeeperTests {
    private static final int LENGTH = 1_000; // the tide of these tests is shorter

    private final FakeClock clock = new FakeClock();
    private final Wanted wanted = new Replica(clock, Shelf.NONE).wanted();
    private final Flight.Id id = new Flight.Id(wanted.key(), Route.ANY, true);

    private Keeper<String> keeper(int mostBytes) {
        var d = Lifetimes.DEFAULT;
        var lifetimes = new Lifetimes(1, 1, d.onError(), d.nothing(), d.degraded(), d.load(), d.rest(), mostBytes);
        return new Keeper<>(() -> lifetimes, Shelf.NONE, clock);
    }

    private static Loaded.Answered<String> answered() {
        return new Loaded.Answered<>("reply", Tide.told("Brest", "shom"), FakeLoad.TEN_MINUTES);
    }

    private Wanted of(String organisation, String partition) {
        return new Wanted(
                wanted.type(),
                wanted.query(),
                null,
                partition,
                organisation,
                true,
                Route.ANY,
                told -> told.provider().equals("shom"),
                new Freshness(false, false, Duration.ofMinutes(5)),
                wanted.deadline());
    }

    @Test
    void keepsNoAnswerThatIsTooLarge() {
        var small = keeper(LENGTH);
        var smaller = keeper(10);

        small.keep(id, wanted, answered());
        smaller.keep(id, wanted, answered());

        assertThat(small.fresh(id.key())).isTrue();
        assertThat(smaller.fresh(id.key())).isFalse();
    }

    @Test
    void keepsWhatMayNotBePassedOnForItsOrganisationAlone() {
        var keeper = keeper(LENGTH);
        var own = new Loaded.Answered<>(
                "reply", Tide.told("Brest", "shom"), FakeLoad.keeping(false, false, false, false));

        keeper.keep(id, wanted, own);

        assertThat(keeper.find(id.key(), wanted, _ -> true))
                .hasValueSatisfying(
                        kept -> assertThat(kept.key()).isEqualTo(id.key().in("of acme")));
        assertThat(keeper.find(id.key(), of("other", CacheKey.PUBLIC), _ -> true))
                .isEmpty();
        assertThat(keeper.find(id.key(), wanted, _ -> false)).isEmpty();
    }

    @Test
    void forgetsThatThereIsNothingOnceThereIsSomething() {
        var keeper = keeper(LENGTH);
        var nothing = new Loaded.Nothing<>("nothing");
        keeper.keep(id, wanted, nothing);

        var before = keeper.nothing(id.live(), wanted);
        keeper.keep(id, wanted, answered());

        assertThat(before).contains(nothing);
        assertThat(keeper.nothing(id, wanted)).isEmpty();
    }

    @Test
    void believesThatThereIsNothingOnlyWhileItIsYoungEnoughForTheCaller() {
        var keeper = keeper(LENGTH);
        keeper.keep(id, wanted, new Loaded.Nothing<>("nothing"));
        clock.pass(Duration.ofMillis(1_001));

        assertThat(keeper.nothing(id, new Replica(clock, Shelf.NONE).saying("max-age=1")))
                .isEmpty();
        assertThat(keeper.nothing(id, new Replica(clock, Shelf.NONE).saying("max-age=2")))
                .isPresent();
        clock.pass(Duration.ofMillis(8_999));
        assertThat(keeper.nothing(id, wanted)).isEmpty();
    }

    @Test
    void takesAnEntryByItsAgeItsEndsAndWhatSuits() {
        var theirs = of("acme", "key of acme");
        var stored = clock.instant();
        var entry = entry("shom", Duration.ofMinutes(3), Duration.ofMinutes(4));
        var lasting = entry("shom", Duration.ofMinutes(8), Duration.ofMinutes(9));
        var other = entry("noaa", Duration.ofMinutes(3), Duration.ofMinutes(4));
        var limit = stored.plus(Duration.ofMinutes(5));

        assertThat(theirs.own()).isEqualTo("key of acme");
        assertThat(theirs.takes(entry, stored)).isTrue();
        assertThat(theirs.takesOnError(entry, stored)).isTrue();
        assertThat(theirs.takes(other, stored)).isFalse();
        assertThat(theirs.takesOnError(other, stored)).isFalse();
        assertThat(theirs.takes(entry, entry.staleUntil())).isFalse();
        assertThat(theirs.takesOnError(entry, entry.staleUntil())).isTrue();
        assertThat(theirs.takesOnError(entry, entry.errorUntil())).isFalse();
        assertThat(theirs.takes(lasting, limit)).isTrue();
        assertThat(theirs.takes(lasting, limit.plusNanos(1))).isFalse();
        assertThat(theirs.takesOnError(lasting, limit)).isTrue();
        assertThat(theirs.takesOnError(lasting, limit.plusNanos(1))).isFalse();
    }

    private Entry entry(String provider, Duration stale, Duration onError) {
        var now = clock.instant();
        return new Entry(Tide.told("Brest", provider), now, now, now.plus(stale), now.plus(onError));
    }
}
