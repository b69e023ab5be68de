package dev.universalapi.engine.mapping;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.outcome.Outcome;
import org.jspecify.annotations.Nullable;

/// Makes the answer as the manifest's `answer` says.
///
/// @param post whether the call is a `POST`
public record Mapped(boolean post, Maker.Nested answer) implements Answering {

    @Override
    public boolean post(Record query) {
        return post;
    }

    @Override
    public Record empty() {
        return answer.shape().empty();
    }

    @Override
    public Reading make(Record query, EgressResponse response, Scope scope, @Nullable String unreadable) {
        if (unreadable != null) {
            return new Reading.Failure(Outcome.MALFORMED, unreadable);
        }
        var tally = new Maker.Tally();
        return switch (answer.make(scope, tally)) {
            case Made.Whole(Record value) -> new Reading.Answer(Outcome.OK, value, tally.leftOut());
            case Made.Whole _ -> new Reading.Failure(Outcome.MALFORMED, "there is no answer");
            case Made.Lacking lacking ->
                new Reading.Failure(lacking.absent() ? Outcome.DRIFTED : Outcome.MALFORMED, lacking.why());
            case Made.Spoilt spoilt ->
                new Reading.Failure(spoilt.drifted() ? Outcome.DRIFTED : Outcome.MALFORMED, spoilt.why());
        };
    }
}
