package dev.universalapi.engine.choice;

import dev.universalapi.engine.choice.Route.Sort;
import dev.universalapi.engine.manifest.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts those who may be asked in order: the caller's order, the caller's sort, the operator's order, the score; then
/// those without key, then the alphabet, so that the order stands still while nothing is known.
final class Ranking {
    private static final int WELL_KNOWN = 10;
    private static final Comparator<Considered> OLD = Comparator.<Considered, Boolean>comparing(
                    one -> !one.provider().keyless())
            .thenComparing(Considered::provider, Comparator.comparing(Provider::id));

    private final Weights weights;
    private final List<String> preferred;
    private final Route route;
    private final Scores scores;

    /// @param order the first is asked first
    /// @param reason why the first is first, where that is neither wish nor score
    record Ranked(List<Considered> order, @Nullable String reason) {}

    Ranking(Weights weights, List<String> preferred, Route route, Scores scores) {
        this.weights = weights;
        this.preferred = preferred;
        this.route = route;
        this.scores = scores;
    }

    Ranked rank(List<Considered> fit, RandomGenerator random) {
        var ready = new ArrayList<Considered>();
        var held = new ArrayList<Considered>();
        for (var one : fit) {
            (takesPart(one, random) ? ready : held).add(one);
        }
        ready.sort(order());
        held.sort(order());
        var order = new ArrayList<>(twoInTheBand(ready, random));
        order.addAll(held);
        return lead(order, random);
    }

    // one that recovers gets its share and no more, but who is named by the caller is taken at the caller's word
    private boolean takesPart(Considered one, RandomGenerator random) {
        if (route.order().contains(one.id())) {
            return true;
        }
        var share = one.health().share();
        return !one.onTrial() && (share >= 1 || random.nextDouble() < share);
    }

    private Comparator<Considered> order() {
        return Comparator.<Considered>comparingInt(one -> place(one, route.order()))
                .thenComparing(sorted(route.sort()))
                .thenComparingInt(one -> place(one, preferred))
                .thenComparingDouble(this::score)
                .thenComparing(OLD);
    }

    private static Comparator<Considered> sorted(@Nullable Sort sort) {
        return switch (sort) {
            case null -> (_, _) -> 0;
            case LATENCY ->
                Comparator.comparingDouble(
                        one -> one.timed() ? one.health().latencyMillis() : Double.POSITIVE_INFINITY);
            case PRICE -> Comparator.comparing(Considered::price);
            case QUALITY -> Comparator.comparingDouble(one -> -one.health().quality());
        };
    }

    // of two equals drawn by lot the faster goes first: no provider gets everything, and none that is slow gets much
    private List<Considered> twoInTheBand(List<Considered> ready, RandomGenerator random) {
        if (ready.size() < 2 || wished(ready.getFirst()) || !ready.getFirst().timed()) {
            return ready;
        }
        var limit = score(ready.getFirst()) + Math.log1p(weights.band());
        var band =
                ready.stream().filter(one -> one.timed() && score(one) <= limit).toList();
        if (band.size() < 2) {
            return ready;
        }
        var one = random.nextInt(band.size());
        var other = (one + 1 + random.nextInt(band.size() - 1)) % band.size();
        var before = band.get(Math.min(one, other));
        var after = band.get(Math.max(one, other));
        return first(slowness(after) < slowness(before) ? after : before, ready);
    }

    private Ranked lead(List<Considered> order, RandomGenerator random) {
        if (order.size() < 2 || !route.allowFallbacks() || route.sort() != null || named(order.getFirst())) {
            return new Ranked(order, null);
        }
        var leader = order.getFirst();
        var trials = order.stream().filter(one -> mayBeTried(one, leader)).toList();
        if (!trials.isEmpty() && random.nextDouble() < weights.trials()) {
            var tried = trials.get(random.nextInt(trials.size()));
            return new Ranked(first(tried, order), "asked first to see whether it has recovered");
        }
        var others = order.stream().filter(one -> mayBeProbed(one, leader)).toList();
        if (!others.isEmpty() && random.nextDouble() < weights.probes()) {
            var probed = others.get(random.nextInt(others.size()));
            return new Ranked(first(probed, order), "asked first to learn how it stands");
        }
        return new Ranked(order, null);
    }

    private boolean mayBeTried(Considered one, Considered leader) {
        return one.onTrial() && !same(one, leader) && place(one, preferred) <= place(leader, preferred);
    }

    // where the operator has said who is first, or little is known of the first, there is nothing to learn
    private boolean mayBeProbed(Considered one, Considered leader) {
        return !one.onTrial()
                && !same(one, leader)
                && !wished(leader)
                && leader.health().calls() >= WELL_KNOWN;
    }

    private boolean named(Considered one) {
        return route.order().contains(one.id());
    }

    private boolean wished(Considered one) {
        return named(one) || route.sort() != null || preferred.contains(one.id());
    }

    private double score(Considered one) {
        return scores.of(one).total();
    }

    private static double slowness(Considered one) {
        return one.health().latencyMillis() / one.health().share();
    }

    private static boolean same(Considered one, Considered other) {
        return one.id().equals(other.id());
    }

    private static int place(Considered one, List<String> order) {
        var place = order.indexOf(one.id());
        return place < 0 ? order.size() : place;
    }

    private static List<Considered> first(Considered one, List<Considered> order) {
        return Stream.concat(Stream.of(one), order.stream().filter(each -> !same(each, one)))
                .toList();
    }
}
