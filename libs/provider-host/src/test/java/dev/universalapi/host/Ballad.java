package dev.universalapi.host;

import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// An operation of the tests that is answered in parts.
@Operation(path = "song/ballad", summary = "A ballad, line by line")
public record Ballad(String how) implements Query<Streamed<Ballad.Line>> {

    /// One line.
    public record Line(String words) {}
}
