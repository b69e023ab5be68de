package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One rule of `refuse`.
///
/// @param as what the response then comes to
/// @param message where the provider says why
public record Refusal(Condition when, Outcome as, Optional<Expression> message) {

    /// The operation's rules, then the provider's, then those of both that begin with `no`.
    public static List<Refusal> inOrder(List<Refusal> ofOperation, List<Refusal> ofProvider) {
        var all = new ArrayList<>(ofOperation);
        all.addAll(ofProvider);
        var ordered = new ArrayList<Refusal>();
        all.stream()
                .filter(rule -> !(rule.when() instanceof Condition.NotThere))
                .forEach(ordered::add);
        all.stream().filter(rule -> rule.when() instanceof Condition.NotThere).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /// What a status says by itself; [Outcome#OK] for 2xx.
    public static Outcome alone(int status, boolean post) {
        return switch (status) {
            case 401, 402, 403 -> Outcome.DEAD_KEY;
            case 404 -> post ? Outcome.UNAVAILABLE : Outcome.NOT_FOUND;
            case 408 -> Outcome.UNAVAILABLE;
            case 429 -> Outcome.RATE_LIMITED;
            case 451 -> Outcome.BLOCKED;
            default ->
                switch (status / 100) {
                    case 2 -> Outcome.OK;
                    case 4 -> Outcome.INVALID_INPUT;
                    case 5 -> Outcome.UNAVAILABLE;
                    default -> Outcome.MALFORMED;
                };
        };
    }
}
