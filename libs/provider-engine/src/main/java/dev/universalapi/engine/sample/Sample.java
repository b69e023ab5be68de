package dev.universalapi.engine.sample;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.shape.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One exchange with a provider, and what we make of it.
///
/// @param place `file:line`, for messages
/// @param query what was asked
/// @param asks the exact call, `GET https://…` with `$NAME` for secrets, where it is written down
/// @param first what comes before, where the operation has a call before
/// @param response what the provider sends
/// @param origin `recorded <date>` or `documented <page>`
public record Sample(
        String place,
        OperationType operation,
        Record query,
        Optional<String> asks,
        Optional<First> first,
        EgressResponse response,
        String origin,
        Expected expected) {

    /// The call before.
    ///
    /// @param asks the exact call, where it is written down
    /// @param response what the provider sends
    public record First(Optional<String> asks, EgressResponse response) {}

    /// What we make of it.
    public sealed interface Expected {}

    /// This answer, as the JSON of the contract, null components included.
    public record Answer(JsonNode data) implements Expected {}

    /// This outcome; and this message, where one is written down.
    public record Failed(Outcome outcome, Optional<String> message) implements Expected {}

    /// Whether the provider answers as asked for.
    public boolean ok() {
        return expected instanceof Answer;
    }

    /// How an answer differs from the expected one, by place and values; empty if it is equal. Numbers are
    /// compared as numbers.
    public Optional<String> differs(Record answer) {
        return expected instanceof Answer wanted
                ? Difference.of(operation.path(), wanted.data(), Json.contract(answer))
                : Optional.of("no answer is expected");
    }
}
