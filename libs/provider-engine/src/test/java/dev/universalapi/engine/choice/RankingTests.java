package dev.universalapi.engine.choice;

import static dev.universalapi.engine.choice.SteadyRandom.HIGH;
import static dev.universalapi.engine.choice.SteadyRandom.LOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.choice.Route.Sort;
import dev.universalapi.engine.standing.Health.Breaker;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTests {
    private static final List<String> NOBODY = List.of();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.999})
    void standsStillWhileNothingIsKnown(double drawn) {
        var all = new Someone[] {Someone.unknown("a"), Someone.unknown("b"), Someone.unknown("c")};

        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(drawn), all)).containsExactly("b", "c", "a");
    }

    @Test
    void asksTheBestFirstAndTheOthersByScore() {
        assertThat(order(
                        NOBODY,
                        Route.ANY,
                        HIGH,
                        Someone.known("b", 900),
                        Someone.known("c", 100).failing(0.4),
                        Someone.known("d", 100)))
                .containsExactly("d", "c", "b");
    }

    @Test
    void staysWithTheFirstWhileOthersAreUnknown() {
        assertThat(order(NOBODY, Route.ANY, HIGH, Someone.known("b", 100), Someone.unknown("c")))
                .containsExactly("b", "c");
        assertThat(order(NOBODY, Route.ANY, LOW, Someone.unknown("b"), Someone.known("c", 100), Someone.known("d", 90)))
                .containsExactly("b", "d", "c");
    }

    @Test
    void asksTheFasterOfTwoEqualsThatAreDrawn() {
        var all = new Someone[] {
            Someone.known("b", 100), Someone.known("c", 104), Someone.known("d", 108), Someone.known("e", 400)
        };

        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.99), all)).containsExactly("c", "b", "d", "e");
        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.5), all)).containsExactly("b", "c", "d", "e");
    }

    @Test
    void countsPriceBetweenEqualsOnlyInTheScore() {
        assertThat(order(
                        NOBODY,
                        Route.ANY,
                        HIGH,
                        Someone.known("b", 104),
                        Someone.known("c", 100).at("0.0003")))
                .containsExactly("c", "b");
        assertThat(order(
                        NOBODY,
                        Route.ANY,
                        HIGH,
                        Someone.known("b", 104),
                        Someone.known("c", 100).at("0.01")))
                .containsExactly("b", "c");
    }

    @Test
    void drawsNobodyWhoIsUnknown() {
        assertThat(order(
                        NOBODY,
                        Route.ANY,
                        HIGH,
                        Someone.known("b", 100),
                        Someone.unknown("c"),
                        Someone.known("d", 101)))
                .containsExactly("b", "c", "d");
    }

    @Test
    void probesAnotherThanTheBest() {
        var all = new Someone[] {Someone.known("b", 100), Someone.known("c", 400), Someone.known("d", 900)};

        assertThat(order(NOBODY, Route.ANY, LOW, all)).containsExactly("c", "b", "d");
        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.0099), all)).containsExactly("c", "b", "d");
        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.0101), all)).containsExactly("b", "c", "d");
        assertThat(reason(NOBODY, Route.ANY, LOW, all)).isEqualTo("asked first to learn how it stands");
        assertThat(reason(NOBODY, Route.ANY, HIGH, all)).isNull();
    }

    @Test
    void probesNobodyBeforeTheBestIsWellKnown() {
        assertThat(order(NOBODY, Route.ANY, LOW, Someone.known("b", 100).calls(9.9), Someone.known("c", 400)))
                .containsExactly("b", "c");
        assertThat(order(NOBODY, Route.ANY, LOW, Someone.known("b", 100).calls(10), Someone.known("c", 400)))
                .containsExactly("c", "b");
    }

    @Test
    void probesNobodyAgainstAWish() {
        var all = new Someone[] {Someone.known("b", 100), Someone.known("c", 400)};

        assertThat(order(List.of("b"), Route.ANY, LOW, all)).containsExactly("b", "c");
        assertThat(order(NOBODY, ordered("b"), LOW, all)).containsExactly("b", "c");
        assertThat(order(NOBODY, sorted(Sort.LATENCY), LOW, all)).containsExactly("b", "c");
        assertThat(order(NOBODY, alone(), LOW, all)).containsExactly("b");
        assertThat(order(List.of("e"), ordered("f"), LOW, all)).containsExactly("c", "b");
    }

    @Test
    void followsTheOperatorsOrderBeforeTheScore() {
        assertThat(order(
                        List.of("d", "c"),
                        Route.ANY,
                        HIGH,
                        Someone.known("b", 100),
                        Someone.known("c", 100),
                        Someone.known("d", 900)))
                .containsExactly("d", "c", "b");
    }

    @Test
    void followsTheCallersOrderBeforeEverything() {
        var route = new Route(List.of("d", "b"), List.of(), List.of(), true, null, Sort.LATENCY);

        assertThat(order(
                        List.of("c"),
                        route,
                        HIGH,
                        Someone.known("b", 300),
                        Someone.known("c", 500),
                        Someone.known("d", 900),
                        Someone.known("e", 400)))
                .containsExactly("d", "b", "e", "c");
    }

    @Test
    void sortsByWhatTheCallerSays() {
        var all = new Someone[] {
            Someone.known("b", 300).quality(0.9),
            Someone.known("c", 200).quality(0.8).at("0.02"),
            Someone.unknown("d").at("0.01"),
        };

        assertThat(order(List.of("d"), sorted(Sort.LATENCY), HIGH, all)).containsExactly("c", "b", "d");
        assertThat(order(List.of("d"), sorted(Sort.PRICE), HIGH, all)).containsExactly("b", "d", "c");
        assertThat(order(List.of("c"), sorted(Sort.QUALITY), HIGH, all)).containsExactly("d", "b", "c");
    }

    @Test
    void breaksTiesOfASortByTheOperatorsOrderAndThenTheScore() {
        var all = new Someone[] {Someone.known("b", 300), Someone.known("c", 200), Someone.known("d", 250)};

        assertThat(order(List.of("b"), sorted(Sort.PRICE), HIGH, all)).containsExactly("b", "c", "d");
    }

    @Test
    void letsOneThatRecoversTakePartByItsShare() {
        var all = new Someone[] {Someone.known("b", 100).share(0.3), Someone.known("c", 400)};

        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.29), all)).containsExactly("b", "c");
        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.31), all)).containsExactly("c", "b");
        assertThat(order(List.of("b"), Route.ANY, new SteadyRandom(0.31), all)).containsExactly("c", "b");
        assertThat(order(NOBODY, ordered("b"), new SteadyRandom(0.31), all)).containsExactly("b", "c");
    }

    @Test
    void countsAShareAgainstItsEqual() {
        assertThat(order(
                        NOBODY,
                        Route.ANY,
                        new SteadyRandom(0.89),
                        Someone.known("b", 100).share(0.9),
                        Someone.known("c", 104)))
                .containsExactly("c", "b");
    }

    @Test
    void triesWhoMayHaveRecovered() {
        var all = new Someone[] {
            Someone.known("b", 100).failing(0.9).breaker(Breaker.HALF_OPEN, null), Someone.known("c", 400)
        };

        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.049), all)).containsExactly("b", "c");
        assertThat(order(NOBODY, Route.ANY, new SteadyRandom(0.051), all)).containsExactly("c", "b");
        assertThat(order(NOBODY, alone(), LOW, all)).containsExactly("c");
        assertThat(order(NOBODY, sorted(Sort.PRICE), LOW, all)).containsExactly("c", "b");
        assertThat(reason(NOBODY, Route.ANY, LOW, all)).isEqualTo("asked first to see whether it has recovered");
    }

    @Test
    void triesNobodyBeforeOneThatTheOperatorPrefers() {
        var all = new Someone[] {Someone.known("b", 100).breaker(Breaker.HALF_OPEN, null), Someone.known("c", 400)};

        assertThat(order(List.of("b"), Route.ANY, LOW, all)).containsExactly("b", "c");
        assertThat(order(List.of("b", "c"), Route.ANY, LOW, all)).containsExactly("b", "c");
        assertThat(order(List.of("c", "b"), Route.ANY, LOW, all)).containsExactly("c", "b");
        assertThat(order(List.of("c"), Route.ANY, LOW, all)).containsExactly("c", "b");
    }

    @Test
    void triesThemAllWhereNobodyElseIsLeft() {
        var half = Someone.known("b", 100).breaker(Breaker.HALF_OPEN, null);

        assertThat(order(NOBODY, Route.ANY, HIGH, half)).containsExactly("b");
        assertThat(order(NOBODY, Route.ANY, LOW, half)).containsExactly("b");
        assertThat(order(
                        NOBODY,
                        Route.ANY,
                        HIGH,
                        Someone.known("b", 400).breaker(Breaker.HALF_OPEN, null),
                        Someone.known("c", 100).breaker(Breaker.HALF_OPEN, null)))
                .containsExactly("c", "b");
    }

    private static Route ordered(String... ids) {
        return new Route(List.of(ids), List.of(), List.of());
    }

    private static Route sorted(Sort sort) {
        return new Route(List.of(), List.of(), List.of(), true, null, sort);
    }

    private static Route alone() {
        return new Route(List.of(), List.of(), List.of(), false, null, null);
    }

    private static List<String> order(List<String> preferred, Route route, RandomGenerator random, Someone... all) {
        return Pool.ids(Pool.choose(Weights.DEFAULT, preferred, route, random, all));
    }

    private static @Nullable String reason(
            List<String> preferred, Route route, RandomGenerator random, Someone... all) {
        return Pool.choose(Weights.DEFAULT, preferred, route, random, all)
                .picked()
                .getFirst()
                .reason();
    }
}
