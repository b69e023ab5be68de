package dev.universalapi.bench.kind;

import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// A streamed operation.
@Operation(path = "kind/tale", summary = "A tale, part by part")
public record Tale(@About("how the upstream tells it") String how) implements Query<Streamed<Tale.Part>> {

    /// Some of it.
    public record Part(String text) {}
}
