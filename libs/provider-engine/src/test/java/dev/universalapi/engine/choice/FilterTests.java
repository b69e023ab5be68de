package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Health.Breaker;
import dev.universalapi.engine.standing.Keys;
import dev.universalapi.engine.trial.Single;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilterTests {
    private static final double TIME = Pool.TIME.toMillis();
    private static final Instant SOON = Pool.NOW.plusMillis(30_400);

    @Test
    void letsInWhomNothingSpeaksAgainst() {
        assertThat(removal(Someone.unknown("b"))).isNull();
        assertThat(removal(Someone.known("b", 100))).isNull();
    }

    @Test
    void asksNobodyWhoIsSwitchedOff() {
        assertThat(removal(Someone.unknown("a").switchedOff("wrong figures").without("A_KEY")))
                .isEqualTo(new Removed("a", Filter.SWITCHED_OFF, "it is switched off: wrong figures", null));
    }

    @Test
    void asksThoseAloneThatTheKeyMayUse() {
        var permitted = Route.ANY.permitting(Set.of("c"));

        assertThat(removal(Someone.unknown("b").switchedOff("wrong figures"), permitted))
                .isEqualTo(new Removed("b", Filter.SCOPE, "the key lacks the scope provider.b:use", null));
        assertThat(removal(Someone.unknown("c"), permitted)).isNull();
        assertThat(removal(Someone.unknown("c"), Route.ANY.permitting(Set.of())))
                .extracting(Removed::filter)
                .isEqualTo(Filter.SCOPE);
    }

    @Test
    void tellsTheKeyThatIsNotSet() {
        assertThat(removal(Someone.unknown("a").without("A_KEY")))
                .isEqualTo(new Removed("a", Filter.NO_CREDENTIAL, "A_KEY is not set", null));
    }

    @Test
    void tellsWhatIsUnsupported() {
        var wanted = new Wanted(Pool.PATH, new Single("odd"), Route.ANY, Pool.NOW, Pool.NOW.plus(Pool.TIME));

        var removal = Filter.removal(Someone.unknown("f").in(wanted)).orElseThrow();

        assertThat(removal.filter()).isEqualTo(Filter.UNSUPPORTED);
        assertThat(removal.reason()).contains("name");
    }

    @Test
    void followsTheRoute() {
        var ignored = new Route(List.of(), List.of(), List.of("b"));
        var others = new Route(List.of(), List.of("c"), List.of());

        assertThat(removal(Someone.unknown("b"), ignored))
                .isEqualTo(new Removed("b", Filter.ROUTE, "X-Route ignores it", null));
        assertThat(removal(Someone.unknown("b"), others))
                .isEqualTo(new Removed("b", Filter.ROUTE, "X-Route asks only others", null));
        assertThat(removal(Someone.unknown("c"), others)).isNull();
    }

    @Test
    void paysNoMoreThanTheCallerWants() {
        var cheap = new Route(List.of(), List.of(), List.of(), true, new BigDecimal("0.010"), null);

        assertThat(removal(Someone.unknown("b").at("0.01"), cheap)).isNull();
        assertThat(removal(Someone.unknown("b").at("0.02"), cheap))
                .isEqualTo(
                        new Removed("b", Filter.PRICE, "a call costs 0.02 US dollars, and X-Route allows 0.01", null));
    }

    @Test
    void asksNobodyWhoRefusesAllOurKeys() {
        assertThat(removal(Someone.unknown("a").with(new Keys(true, 2, 1)))).isNull();
        assertThat(removal(Someone.unknown("a").with(new Keys(true, 2, 2))))
                .isEqualTo(new Removed("a", Filter.DEAD_KEY, "it refuses our key", null));
    }

    @Test
    void leavesSpentAndRestingAloneUntilTheirTime() {
        assertThat(removal(Someone.unknown("b").with(new Headroom(0, SOON, false))))
                .isEqualTo(new Removed("b", Filter.QUOTA, "its quota is spent until 2026-03-01T12:00:30Z", SOON));
        assertThat(removal(Someone.unknown("b").with(new Headroom(1, SOON, true))))
                .isEqualTo(
                        new Removed("b", Filter.RESTING, "it asked to be left alone until 2026-03-01T12:00:30Z", SOON));
        assertThat(removal(Someone.unknown("b").with(new Headroom(0, Pool.NOW, false))))
                .isNull();
        assertThat(removal(Someone.unknown("b").with(new Headroom(0, null, false))))
                .isNull();
    }

    @Test
    void leavesOpenBreakersAloneUntilTheirTime() {
        var one = Someone.known("b", 100);

        assertThat(removal(one.breaker(Breaker.OPEN, SOON)))
                .isEqualTo(new Removed(
                        "b", Filter.BREAKER, "it fails too often and is left alone until 2026-03-01T12:00:30Z", SOON));
        assertThat(removal(one.breaker(Breaker.OPEN, null)))
                .isEqualTo(new Removed("b", Filter.BREAKER, "it fails too often and is left alone", null));
        assertThat(removal(one.breaker(Breaker.OPEN, Pool.NOW))).isNull();
        assertThat(removal(one.breaker(Breaker.HALF_OPEN, SOON))).isNull();
    }

    @Test
    void seesWhoIsBusyOrTooSlow() {
        assertThat(removal(Someone.known("b", 100).busy()))
                .isEqualTo(new Removed("b", Filter.BUSY, "it has as many calls under way as it bears", null));
        assertThat(removal(Someone.known("b", TIME))).isNull();
        assertThat(removal(Someone.known("b", TIME + 1)))
                .isEqualTo(new Removed(
                        "b", Filter.SLOW, "half of its answers take longer than the time that is left", null));
        assertThat(removal(Someone.known("b", TIME + 1).calls(0.9))).isNull();
    }

    @Test
    void tellsWhatTheCallerCannotChangeBeforeWhatPasses() {
        var late = new Wanted(
                Pool.PATH,
                new Single("odd"),
                new Route(List.of(), List.of("a"), List.of(), true, BigDecimal.ZERO, null).permitting(Set.of("a")),
                Pool.NOW,
                Pool.NOW.plus(Duration.ofMillis(1)));
        var everything = Someone.known("f", 100)
                .switchedOff("why")
                .without("KEY")
                .with(new Keys(true, 1, 1))
                .with(new Headroom(0, SOON, false))
                .at("1")
                .breaker(Breaker.OPEN, SOON)
                .busy();

        assertThat(Filter.removal(everything.in(late)).orElseThrow().filter()).isEqualTo(Filter.SCOPE);
        for (var filter : Filter.values()) {
            assertThat(filter.objection(everything.in(late)).isPresent())
                    .as(filter.label())
                    .isEqualTo(filter != Filter.RESTING);
        }
    }

    @Test
    void lettersAreThoseOfReceipts() {
        assertThat(Filter.NO_CREDENTIAL.label()).isEqualTo("no-credential");
        assertThat(Filter.values())
                .filteredOn(Filter::ofHealth)
                .containsExactly(Filter.BREAKER, Filter.BUSY, Filter.SLOW);
        assertThat(Health.UNKNOWN.permit()).isTrue();
    }

    private static @Nullable Removed removal(Someone one) {
        return removal(one, Route.ANY);
    }

    private static @Nullable Removed removal(Someone one, Route route) {
        return Filter.removal(one.in(Pool.wanted(route))).orElse(null);
    }
}
