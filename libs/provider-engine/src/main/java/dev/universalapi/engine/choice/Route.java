package dev.universalapi.engine.choice;

import java.util.List;

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
}
