package dev.universalapi.host.remote;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.operation.OperationType;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// What came of asking a host.
sealed interface Heard {
    /// What it answered.
    record Text(String text) implements Heard {}

    /// Why there is no answer of a provider.
    record Refusal(
            ProblemType type, String detail, @Nullable Duration retryAfter) implements Heard {

        /// What was sent, and nobody knows what came of it. What was only asked for may be asked for again.
        static Refusal lost(OperationType operation, ProblemType type, String detail) {
            return new Refusal(operation.kind() == Kind.COMMAND ? ProblemType.OUTCOME_UNKNOWN : type, detail, null);
        }

        static Refusal unreadable(OperationType operation, String host) {
            return lost(operation, ProblemType.BAD_GATEWAY, host + " answered in a way that makes no sense.");
        }
    }

    /// @param host by its name
    static Heard of(Lines.Item item, int status, OperationType operation, String host) {
        return switch (item) {
            case Lines.Line(var text) -> status == 200 ? new Text(text) : problem(text, operation, host);
            case Lines.End _ -> Refusal.unreadable(operation, host);
            case Lines.Silence _ ->
                Refusal.lost(operation, ProblemType.GATEWAY_TIMEOUT, host + " did not answer in time.");
            case Lines.Failed(var sent) ->
                sent
                        ? Refusal.lost(operation, ProblemType.BAD_GATEWAY, host + " broke the connection.")
                        : new Refusal(
                                ProblemType.SERVICE_UNAVAILABLE,
                                "No " + host + " is there to be asked.",
                                Duration.ofSeconds(5));
        };
    }

    private static Refusal problem(String text, OperationType operation, String host) {
        try {
            var problem = Wire.JSON.readTree(text);
            var address = problem.path("type").asString("");
            var seconds = problem.path("retryAfter");
            return Arrays.stream(ProblemType.values())
                    .filter(type -> type.type().toString().equals(address))
                    .findFirst()
                    .map(type -> new Refusal(
                            type,
                            problem.path("detail").asString(""),
                            seconds.isNumber() ? Duration.ofSeconds(seconds.asLong()) : null))
                    .orElseGet(() -> Refusal.unreadable(operation, host));
        } catch (JacksonException _) {
            return Refusal.unreadable(operation, host);
        }
    }
}
