package dev.universalapi.host;

import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Range;

/// An operation of the tests that does something.
@About("Tubes are sent at once and cannot be taken back.")
@Operation(path = "paint/order", summary = "Order tubes of a colour")
public record Order(
        @Example("red") String colour,
        @Range(min = 1, max = 9) @Example("2") int tubes) implements Command<Order.Answer> {

    /// What was done.
    public record Answer(String number) {}
}
