package dev.universalapi.search.search.round;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.search.search.plan.Inquiry;
import dev.universalapi.search.search.source.Found;
import java.time.Duration;
import java.util.List;

/// What came of asking one source.
///
/// @param receipt the id under which `GET /api/requests/{id}/explain` tells all
/// @param millis from the beginning of the search until it came
public record Arrival(Inquiry inquiry, String receipt, long millis, Outcome outcome) {

    /// How asking a source ends.
    public sealed interface Outcome {}

    /// It answered; there may be nothing in it.
    ///
    /// @param fresh for how long it may be told again
    public record Answered(Found found, Meta meta, Duration fresh) implements Outcome {}

    /// It knows nothing of it.
    public record Nothing() implements Outcome {}

    /// Nobody who offers it can be asked that.
    public record Helpless(String why) implements Outcome {}

    /// Nobody who offers it answered.
    public record Away(ProblemType type, String why, List<Attempt> attempts) implements Outcome {
        public Away {
            attempts = List.copyOf(attempts);
        }
    }

    /// Whether it told something, if only that there is nothing.
    public boolean told() {
        return switch (outcome) {
            case Answered _, Nothing _ -> true;
            case Helpless _, Away _ -> false;
        };
    }

    /// Whether it was to be reckoned with and is missing.
    public boolean missing() {
        return outcome instanceof Away;
    }

    /// What was found; nothing where it did not answer.
    public Found found() {
        return outcome instanceof Answered(var found, var _, var _) ? found : Found.NOTHING;
    }
}
