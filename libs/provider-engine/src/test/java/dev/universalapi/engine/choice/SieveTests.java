package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health.Breaker;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SieveTests {

    @Test
    void ejectsWhoIsSickWhereAnotherIsFit() {
        var sieve = sift(Someone.known("b", 100), open("c", 5));

        assertThat(fit(sieve)).containsExactly("b");
        assertThat(sieve.back()).isEmpty();
        assertThat(sieve.removed()).extracting(Removed::filter).containsExactly(Filter.BREAKER);
    }

    @Test
    void ejectsAtMostHalf() {
        var sieve = sift(
                Someone.known("b", 100),
                open("c", 9),
                open("d", 5),
                Someone.known("e", 100).busy(),
                open("f", 7));

        assertThat(fit(sieve)).containsExactly("b");
        assertThat(back(sieve)).containsExactly("e", "d");
        assertThat(sieve.removed()).extracting(Removed::provider).containsExactly("f", "c");
    }

    @Test
    void countsOnlyThoseThatPassTheOtherFilters() {
        var spent = new Headroom(0, Pool.NOW.plusSeconds(1), false);

        var sieve = sift(
                Someone.known("b", 100).with(spent), Someone.known("c", 100).with(spent), open("d", 5));

        assertThat(fit(sieve)).isEmpty();
        assertThat(back(sieve)).containsExactly("d");
        assertThat(sieve.removed()).extracting(Removed::provider).containsExactly("b", "c");
    }

    @Test
    void usesTheLeastBadWhereAllAreSick() {
        var sieve = sift(open("b", 7), open("c", 5));

        assertThat(back(sieve)).containsExactly("c");
        assertThat(sieve.back().getFirst().open()).isTrue();
        assertThat(sieve.removed()).extracting(Removed::provider).containsExactly("b");
    }

    @Test
    void asksTheBusyAndTheSlowLastWhereSomebodyElseIsFit() {
        var slow = Someone.known("c", 20_000);

        var nobody = sift(Someone.known("b", 100).busy(), slow, open("d", 5));
        var somebody = sift(Someone.known("b", 100).busy(), slow, Someone.unknown("d"), Someone.unknown("e"));

        assertThat(fit(nobody)).containsExactly("b", "c");
        assertThat(nobody.removed()).extracting(Removed::provider).containsExactly("d");
        assertThat(fit(somebody)).containsExactly("d", "e");
        assertThat(back(somebody)).containsExactly("c", "b");
        assertThat(somebody.removed()).isEmpty();
    }

    @Test
    void knowsWhoIsLeastBad() {
        var sieve = sift(
                Someone.known("a", 100).breaker(Breaker.OPEN, null),
                open("b", 5).failing(0.9),
                open("c", 5).failing(0.6),
                open("d", 5).failing(0.6),
                open("e", 4).failing(1));

        assertThat(back(sieve)).containsExactly("e", "c", "d");
        assertThat(sieve.removed()).extracting(Removed::provider).containsExactly("b", "a");
    }

    private static Someone open(String id, int seconds) {
        return Someone.known(id, 100).breaker(Breaker.OPEN, Pool.NOW.plusSeconds(seconds));
    }

    private static Sieve sift(Someone... all) {
        return Sieve.sift(
                Stream.of(all).map(one -> one.in(Pool.wanted(Route.ANY))).toList());
    }

    private static List<String> fit(Sieve sieve) {
        return sieve.fit().stream().map(Considered::id).toList();
    }

    private static List<String> back(Sieve sieve) {
        return sieve.back().stream().map(one -> one.considered().id()).toList();
    }
}
