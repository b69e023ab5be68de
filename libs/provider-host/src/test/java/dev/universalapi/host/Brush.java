package dev.universalapi.host;

import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// Another operation of the tests.
@Operation(path = "tool/brush", summary = "A brush")
public record Brush(@Default("2") int limit) implements Query<Brush.Answer> {

    /// What it is.
    public record Answer(int hairs) {}
}
