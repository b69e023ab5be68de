package dev.universalapi.engine.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.choice.Choice.Picked;
import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.choice.Route.Sort;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Health.Breaker;
import dev.universalapi.engine.standing.Keys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What holds for whoever is there, however they stand, whatever is wanted, whatever is drawn.
final class ChoiceProperties {

    /// All that a choice is made of.
    record Given(List<Someone> all, Route route, List<String> preferred, Weights weights, long seed) {
        Choice choose() {
            return Pool.choose(weights, preferred, route, new SplittableRandom(seed), all.toArray(Someone[]::new));
        }

        Considered considered(String id) {
            return all.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .in(Pool.wanted(route));
        }
    }

    @Property(tries = 400)
    void isTheSameForTheSameInputsAndSeed(@ForAll("givens") Given given) {
        assertThat(given.choose()).isEqualTo(given.choose());
    }

    @Property(tries = 400)
    void tellsOfEverybodyExactlyOnce(@ForAll("givens") Given given) {
        var told = Stream.concat(
                        Pool.ids(given.choose()).stream(),
                        given.choose().removed().stream().map(Removed::provider))
                .toList();

        assertThat(told)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        given.all.stream().map(Someone::id).toList());
    }

    @Property(tries = 400)
    void neverPicksWhomAFilterForbids(@ForAll("givens") Given given) {
        for (var id : Pool.ids(given.choose())) {
            for (var filter : Filter.values()) {
                assertThat(filter.ofHealth()
                                || filter.objection(given.considered(id)).isEmpty())
                        .as(id + " " + filter)
                        .isTrue();
            }
        }
    }

    @Property(tries = 400)
    void admitsExactlyThoseWhoseBreakerIsOpen(@ForAll("givens") Given given) {
        var choice = given.choose();

        var open = Pool.ids(choice).stream()
                .filter(id -> Filter.BREAKER.objection(given.considered(id)).isPresent())
                .toList();

        assertThat(choice.admitted()).containsExactlyInAnyOrderElementsOf(open);
    }

    @Property(tries = 400)
    void ejectsAtMostHalfForTheirHealth(@ForAll("givens") Given given) {
        var choice = given.choose();

        var ejected =
                choice.removed().stream().filter(one -> one.filter().ofHealth()).count();
        var unwanted = choice.removed().stream()
                .filter(one -> !one.filter().ofHealth() && !one.reason().endsWith("no fallback"))
                .count();

        assertThat(2 * ejected).isLessThanOrEqualTo(given.all.size() - unwanted);
        assertThat(choice.offers().isEmpty()).isEqualTo(unwanted == given.all.size());
    }

    @Property(tries = 400)
    void asksTheFitBeforeTheSick(@ForAll("givens") Given given) {
        var picked = given.choose().picked();

        var admitted = picked.stream().map(Picked::admit).toList();

        assertThat(admitted).isSorted();
    }

    @Property(tries = 400)
    void asksTheCallersFirstFirst(@ForAll("givens") Given given) {
        var fit = given.route.order().stream()
                .filter(id -> given.all.stream().anyMatch(one -> one.id().equals(id)))
                .filter(id -> Filter.removal(given.considered(id)).isEmpty())
                .toList();

        var wanted = fit.stream()
                .limit(given.route.allowFallbacks() ? fit.size() : 1)
                .toList();
        assertThat(Pool.ids(given.choose()).stream().limit(wanted.size())).containsExactlyElementsOf(wanted);
    }

    @Property(tries = 400)
    void asksAtMostOneWithoutFallbacks(@ForAll("givens") Given given) {
        assertThat(given.choose().offers().size() <= 1 || given.route.allowFallbacks())
                .isTrue();
    }

    @Property(tries = 400)
    void ordersByScoreButForTheFirst(@ForAll("givens") Given given) {
        var plain = new Given(given.all, Route.ANY, List.of(), given.weights, given.seed);

        var totals = plain.choose().picked().stream()
                .filter(one -> !one.admit() && one.reason() == null)
                .filter(one -> steady(plain.considered(one.offer().provider())))
                .skip(1)
                .map(one -> one.score().total())
                .toList();

        assertThat(totals).isSorted();
    }

    @Property(tries = 400)
    void scoresAreFinite(@ForAll("givens") Given given) {
        for (var picked : given.choose().picked()) {
            assertThat(picked.score().total()).isFinite().isNotNegative();
        }
    }

    // neither recovering, which sorts it apart, nor sick
    private static boolean steady(Considered one) {
        return one.health().share() >= 1 && !one.onTrial();
    }

    @Provide
    Arbitrary<Given> givens() {
        var all = someone().list().ofMaxSize(Pool.IDS.size()).map(ChoiceProperties::named);
        return Combinators.combine(all, routes(), ids(), weights(), Arbitraries.longs())
                .as(Given::new);
    }

    private static List<Someone> named(List<Someone> all) {
        var named = new ArrayList<Someone>();
        for (var one : all) {
            var id = Pool.IDS.get(named.size());
            named.add(new Someone(id, one.off(), one.missing(), one.keys(), one.health(), one.headroom(), one.price()));
        }
        return named;
    }

    private static Arbitrary<Someone> someone() {
        var missing = rarely(Arbitraries.just("KEY"));
        var keys = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2))
                .as((present, dead) -> new Keys(false, present, Math.min(present, dead)));
        var headroom = Combinators.combine(
                        Arbitraries.doubles().between(0, 1), rarely(moments()), Arbitraries.of(true, false))
                .as((left, until, resting) -> new Headroom(left, until.orElse(null), resting));
        var price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(3);
        var off = rarely(Arbitraries.just("why"));
        return Combinators.combine(off, missing, keys, health(), headroom, price)
                .as((why, key, known, health, left, dollars) ->
                        new Someone("", why.orElse(null), key, known, health, left, dollars));
    }

    private static Arbitrary<Health> health() {
        var calls = Arbitraries.doubles().between(0, 100);
        var latency = Arbitraries.integers().between(0, 15_000);
        var errors = Arbitraries.doubles().between(0, 1);
        var quality = Arbitraries.doubles().between(0, 1);
        var breaker = Arbitraries.frequency(
                Tuple.of(4, Breaker.CLOSED), Tuple.of(1, Breaker.HALF_OPEN), Tuple.of(2, Breaker.OPEN));
        var share = Arbitraries.of(1.0, 1.0, 0.4, 0.0);
        var permit = Arbitraries.of(true, true, true, false);
        return Combinators.combine(calls, latency, errors, quality, breaker, moments(), share, permit)
                .as((known, millis, err, good, state, until, part, free) -> new Health(
                        known,
                        millis,
                        millis,
                        2L * millis,
                        err,
                        good,
                        state,
                        state == Breaker.OPEN ? until : null,
                        part,
                        free));
    }

    private static Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(-5, 60).map(Pool.NOW::plusSeconds);
    }

    private static Arbitrary<Route> routes() {
        var fallbacks = Arbitraries.of(true, true, false);
        var price = rarely(Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE));
        var sort = rarely(Arbitraries.of(Sort.values()));
        var only = Arbitraries.oneOf(Arbitraries.just(List.<String>of()), ids());
        var ignore = Arbitraries.oneOf(
                Arbitraries.just(List.<String>of()),
                ids().map(ids -> ids.stream().limit(2).toList()));
        return Combinators.combine(ids(), only, ignore, fallbacks, price, sort)
                .as((order, allowed, ignored, fallback, most, by) ->
                        new Route(order, allowed, ignored, fallback, most.orElse(null), by.orElse(null)));
    }

    private static Arbitrary<List<String>> ids() {
        return Arbitraries.of(Pool.IDS).list().uniqueElements().ofMaxSize(4);
    }

    private static Arbitrary<Weights> weights() {
        var weight = Arbitraries.doubles().between(0, 100);
        var share = Arbitraries.doubles().between(0, 0.5);
        return Combinators.combine(weight, weight, weight, weight, weight, share, share, share)
                .as(Weights::new);
    }

    private static <T> Arbitrary<Optional<T>> rarely(Arbitrary<T> some) {
        return some.optional(0.2);
    }

    @Property(tries = 20)
    void drawsEveryEqualSometimes(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var first = new HashSet<String>();
        for (var i = 0; i < 200; i++) {
            var choice = Pool.choose(
                    Weights.DEFAULT,
                    List.of(),
                    Route.ANY,
                    random,
                    Someone.known("b", 100),
                    Someone.known("c", 102),
                    Someone.known("d", 104));
            first.add(Pool.ids(choice).getFirst());
        }

        assertThat(first).contains("b", "c");
    }
}
