package dev.universalapi.engine.choice;

import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Chooses whom to ask: hard filters first, then an order. Calls nobody; same inputs, same choice.
public final class Chooser {
    private final Secrets secrets;
    private final Supplier<List<String>> preferred;

    /// @param preferred provider ids in the operator's order, as it is now; those not named come after them
    public Chooser(Secrets secrets, Supplier<List<String>> preferred) {
        this.secrets = secrets;
        this.preferred = preferred;
    }

    /// The choice for one query.
    ///
    /// @param path the operation, `category/operation`
    public Choice choose(Catalogue catalogue, String path, Record query, Route route) {
        var kept = new ArrayList<Considered>();
        var removed = new ArrayList<Removed>();
        for (var provider : catalogue.providers()) {
            for (var offer : provider.offer(path).stream().toList()) {
                var considered = new Considered(provider, offer, query, route, secrets);
                removal(considered).ifPresentOrElse(removed::add, () -> kept.add(considered));
            }
        }
        var offers = kept.stream()
                .sorted(Comparator.comparing(Considered::provider, order(route)))
                .map(Considered::offer)
                .toList();
        return new Choice(offers, List.copyOf(removed));
    }

    private static Optional<Removed> removal(Considered considered) {
        for (var filter : Filter.values()) {
            var reason = filter.objection(considered);
            if (reason.isPresent()) {
                return Optional.of(new Removed(considered.provider().id(), filter, reason.get()));
            }
        }
        return Optional.empty();
    }

    // the caller's order, the operator's, those without key, the alphabet
    private Comparator<Provider> order(Route route) {
        var operators = preferred.get();
        return Comparator.<Provider>comparingInt(provider -> place(provider.id(), route.order()))
                .thenComparingInt(provider -> place(provider.id(), operators))
                .thenComparing(provider -> !provider.keyless())
                .thenComparing(Provider::id);
    }

    private static int place(String id, List<String> order) {
        var place = order.indexOf(id);
        return place < 0 ? order.size() : place;
    }
}
