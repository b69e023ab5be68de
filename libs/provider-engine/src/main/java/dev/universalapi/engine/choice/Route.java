package dev.universalapi.engine.choice;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a caller wants of the choice, by provider ids (the header `X-Route`).
///
/// @param order asked first, in this order; others after them
/// @param only nobody else is asked; empty means everybody
/// @param ignore never asked
public record Route(List<String> order, List<String> only, List<String> ignore) {
    /// No wishes.
    public static final Route ANY = new Route(List.of(), List.of(), List.of());

    public Route {
        order = List.copyOf(order);
        only = List.copyOf(only);
        ignore = List.copyOf(ignore);
    }

    /// The first id in it that is nobody's.
    public Optional<String> unknown(Predicate<String> known) {
        return Stream.of(order, only, ignore)
                .flatMap(List::stream)
                .filter(known.negate())
                .findFirst();
    }

    /// Why a provider must not be asked, in one sentence; empty if it may.
    Optional<String> objection(String provider) {
        if (ignore.contains(provider)) {
            return Optional.of("X-Route ignores it");
        }
        return only.isEmpty() || only.contains(provider) ? Optional.empty() : Optional.of("X-Route asks only others");
    }
}
