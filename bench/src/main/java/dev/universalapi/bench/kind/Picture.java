package dev.universalapi.bench.kind;

import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// A binary operation.
@Operation(path = "kind/picture", summary = "A picture")
public record Picture(@About("what the upstream sends") String how) implements Query<Binary> {}
