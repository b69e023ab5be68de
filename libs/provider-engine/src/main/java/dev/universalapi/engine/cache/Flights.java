package dev.universalapi.engine.cache;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/// The calls that are under way; no two for the same.
final class Flights<R> {
    private final ConcurrentHashMap<Flight.Id, Flight<R>> airborne = new ConcurrentHashMap<>();

    /// @param led whether it was begun for this caller
    record Seat<R>(Flight<R> flight, boolean led) {}

    /// A seat in the flight for that, which begins if there is none. It is gone from here before it is seen to have
    /// ended, so what it keeps must be looked for again by the next.
    Seat<R> board(Flight.Id id, Callable<Landed<R>> journey) {
        var next = new Flight<R>(journey, ended -> airborne.remove(id, ended));
        var flight = airborne.compute(id, (_, there) -> there != null && there.board() ? there : next);
        var led = flight.equals(next);
        if (led) {
            next.start();
        }
        return new Seat<>(flight, led);
    }
}
