package dev.universalapi.host;

import dev.universalapi.engine.kind.Binary;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// An operation of the tests that is answered by bytes.
@Operation(path = "paint/swatch", summary = "A colour, as a picture")
public record Swatch(String name) implements Query<Binary> {}
