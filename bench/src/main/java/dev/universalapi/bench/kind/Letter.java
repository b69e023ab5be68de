package dev.universalapi.bench.kind;

import dev.universalapi.engine.kind.Command;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Operation;

/// A command.
@Operation(path = "kind/letter", summary = "Send a letter")
public record Letter(@About("who gets it") String to) implements Command<Letter.Answer> {

    /// What was done.
    public record Answer(
            @About("of all letters that the upstream was given")
            int number) {}
}
