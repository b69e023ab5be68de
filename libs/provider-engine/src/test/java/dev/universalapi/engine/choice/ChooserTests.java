package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.choice.Choice.Picked;
import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.receipt.Candidate;
import dev.universalapi.engine.receipt.Score;
import dev.universalapi.engine.standing.Health.Breaker;
import dev.universalapi.engine.trial.Single;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChooserTests {
    private final FakeOutlook outlook = new FakeOutlook();
    private List<String> preferred = List.of();
    private Weights weights = Weights.DEFAULT;

    @Test
    void considersEverybodyWhoHasTheOperation() {
        outlook.says(Someone.unknown("a").without("A_KEY"));

        var choice = choose(Route.ANY);

        assertThat(Pool.ids(choice)).containsExactly("b", "c", "d", "e", "f");
        assertThat(choice.candidates())
                .contains(
                        new Candidate("b", null, null, Score.of(0, 0, 0, 0, 0)),
                        new Candidate("a", "no-credential", "A_KEY is not set", null));
        assertThat(choice.candidates().getLast().provider()).isEqualTo("a");
    }

    @Test
    void findsNobodyForAnOperationThatNobodyHas() {
        var wanted = new Wanted("trial/any", new Single("plain"), Route.ANY, Pool.NOW, Pool.NOW.plus(Pool.TIME));

        var choice = chooser().choose(Pool.CATALOGUE, wanted, SteadyRandom.HIGH);

        assertThat(choice).isEqualTo(new Choice(List.of(), List.of()));
        assertThat(choice.soonest()).isEmpty();
    }

    @Test
    void tellsAnIdThatIsNobodys() {
        var choice = choose(new Route(List.of("b"), List.of(), List.of("zz")));

        assertThat(Pool.ids(choice)).hasSize(6);
        assertThat(choice.removed())
                .containsExactly(new Removed("zz", Filter.ROUTE, "X-Route names it, and it is no provider", null));
    }

    @Test
    void readsSettingsAsTheyAreNow() {
        outlook.says(Someone.known("c", 90));
        outlook.says(Someone.known("b", 400));
        var chooser = chooser();

        preferred = List.of("e");
        var first = chooser.choose(Pool.CATALOGUE, Pool.wanted(Route.ANY), SteadyRandom.HIGH);
        preferred = List.of("f");
        weights = new Weights(0, 0, 0, 0, 0, 0, 0, 0);
        var second = chooser.choose(Pool.CATALOGUE, Pool.wanted(Route.ANY), SteadyRandom.HIGH);

        assertThat(Pool.ids(first)).containsExactly("e", "c", "d", "f", "a", "b");
        assertThat(Pool.ids(second)).containsExactly("f", "b", "c", "d", "e", "a");
    }

    @Test
    void asksOnlyTheFirstWithoutFallbacks() {
        var route = new Route(List.of("c"), List.of("c", "d"), List.of(), false, null, null);

        var choice = choose(route);

        assertThat(Pool.ids(choice)).containsExactly("c");
        assertThat(choice.removed())
                .startsWith(new Removed("d", Filter.ROUTE, "X-Route allows no fallback", null))
                .hasSize(5);
    }

    @Test
    void admitsTheLeastBadAfterTheOthers() {
        var until = Pool.NOW.plusSeconds(9);
        outlook.says(Someone.known("b", 50).breaker(Breaker.OPEN, until));
        outlook.says(Someone.known("c", 50).breaker(Breaker.OPEN, until));
        outlook.says(Someone.known("d", 100));

        var choice = choose(new Route(List.of("b"), List.of("b", "c", "d"), List.of()));

        assertThat(Pool.ids(choice)).containsExactly("d", "b");
        assertThat(choice.admitted()).containsExactly("b");
        assertThat(choice.picked())
                .extracting(Picked::reason)
                .containsExactly(
                        null,
                        "asked because few others are left, though it fails too often and is left alone until"
                                + " 2026-03-01T12:00:09Z");
        assertThat(choice.picked().getFirst().score().latency()).isPositive();
    }

    @Test
    void admitsNobodyWhoIsOnlyBusy() {
        outlook.says(Someone.known("b", 50).busy());
        outlook.says(Someone.known("c", 60).busy());
        outlook.says(Someone.known("d", 70).busy());
        outlook.says(Someone.known("e", 80));

        var choice = choose(new Route(List.of(), List.of("b", "c", "d", "e"), List.of()));

        assertThat(Pool.ids(choice)).containsExactly("e", "b", "c", "d");
        assertThat(choice.admitted()).isEmpty();
    }

    @Test
    void knowsWhenSomebodyIsFreeAgain() {
        outlook.says(spent("b", Pool.NOW.plusSeconds(40)));
        outlook.says(spent("c", Pool.NOW.plusSeconds(30)));

        var choice = choose(new Route(List.of(), List.of("b", "c"), List.of()));

        assertThat(choice.offers()).isEmpty();
        assertThat(choice.soonest()).hasValue(Pool.NOW.plusSeconds(30));
    }

    private static Someone spent(String id, Instant until) {
        return Someone.unknown(id).with(new Headroom(0, until, false));
    }

    private Choice choose(Route route) {
        return chooser().choose(Pool.CATALOGUE, Pool.wanted(route), SteadyRandom.HIGH);
    }

    private Chooser chooser() {
        return new Chooser(outlook, () -> weights, () -> preferred);
    }
}
