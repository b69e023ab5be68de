package dev.universalapi.engine;

import dev.universalapi.engine.kind.Streamed;
import dev.universalapi.engine.operation.Operation;
import dev.universalapi.engine.operation.Query;

/// An operation of the tests that is answered in parts.
@Operation(path = "tale/story", summary = "A story, word by word")
public record Story(String about) implements Query<Streamed<Story.Part>> {

    /// One word.
    public record Part(String word) {}
}
