package dev.universalapi.engine.choice;

import dev.universalapi.engine.choice.Choice.Picked;
import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.manifest.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Chooses whom to ask: hard filters first, then an order. Calls nobody and changes nothing; the same inputs and the
/// same seed, the same choice.
public final class Chooser {
    private final Outlook outlook;
    private final Supplier<Weights> weights;
    private final Supplier<List<String>> preferred;

    /// @param weights as they are now
    /// @param preferred provider ids in the operator's order, as it is now; those not named come after them
    public Chooser(Outlook outlook, Supplier<Weights> weights, Supplier<List<String>> preferred) {
        this.outlook = outlook;
        this.weights = weights;
        this.preferred = preferred;
    }

    /// The choice for one question. An id in the route that is nobody's is among those removed.
    ///
    /// @param random with the seed of this choice
    public Choice choose(Catalogue catalogue, Wanted wanted, RandomGenerator random) {
        return choose(catalogue, wanted, outlook, random);
    }

    /// The same by another outlook: that of an organisation with credentials of its own.
    public Choice choose(Catalogue catalogue, Wanted wanted, Outlook outlook, RandomGenerator random) {
        var considered = new ArrayList<Considered>();
        for (var provider : catalogue.providers()) {
            provider.offer(wanted.path())
                    .ifPresent(offer -> considered.add(Considered.of(provider, offer, wanted, outlook)));
        }
        var choice = choose(considered, wanted.route(), random);
        return wanted.route()
                .unknown(id -> catalogue.provider(id).isPresent())
                .map(id -> with(choice, new Removed(id, Filter.ROUTE, "X-Route names it, and it is no provider", null)))
                .orElse(choice);
    }

    Choice choose(List<Considered> considered, Route route, RandomGenerator random) {
        var sieve = Sieve.sift(considered);
        var weighed = weights.get();
        var scores = new Scores(
                weighed,
                Stream.concat(sieve.fit().stream(), sieve.back().stream().map(Sieve.Back::considered))
                        .toList());
        var ranked = new Ranking(weighed, preferred.get(), route, scores).rank(sieve.fit(), random);
        var picked = new ArrayList<Picked>();
        for (var one : ranked.order()) {
            picked.add(new Picked(one.offer(), scores.of(one), picked.isEmpty() ? ranked.reason() : null, false));
        }
        for (var one : sieve.back()) {
            var reason =
                    "asked because few others are left, though " + one.removed().reason();
            picked.add(new Picked(one.considered().offer(), scores.of(one.considered()), reason, one.open()));
        }
        var choice = new Choice(picked, sieve.removed());
        return route.allowFallbacks() ? choice : firstOnly(choice);
    }

    private static Choice firstOnly(Choice choice) {
        var first = choice.picked().stream().limit(1).toList();
        var others = choice.picked().stream()
                .skip(1)
                .map(one -> new Removed(one.offer().provider(), Filter.ROUTE, "X-Route allows no fallback", null));
        return new Choice(
                first, Stream.concat(others, choice.removed().stream()).toList());
    }

    private static Choice with(Choice choice, Removed more) {
        return new Choice(
                choice.picked(),
                Stream.concat(choice.removed().stream(), Stream.of(more)).toList());
    }
}
