package dev.universalapi.engine.mapping;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the answer as the manifest's `answer` says.
///
/// @param post whether the call is a `POST`
/// @param onward where its list goes on, if the manifest says so
public record Mapped(boolean post, Maker.Nested answer, Optional<Onward> onward) implements Answering {

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
            case Made.Whole(Record value) -> whole(value, scope, tally);
            case Made.Whole _ -> new Reading.Failure(Outcome.MALFORMED, "there is no answer");
            case Made.Lacking lacking ->
                new Reading.Failure(lacking.absent() ? Outcome.DRIFTED : Outcome.MALFORMED, lacking.why());
            case Made.Spoilt spoilt ->
                new Reading.Failure(spoilt.drifted() ? Outcome.DRIFTED : Outcome.MALFORMED, spoilt.why());
        };
    }

    private Reading whole(Record value, Scope scope, Maker.Tally tally) {
        if (onward.isEmpty()) {
            return new Reading.Answer(Outcome.OK, value, tally.leftOut());
        }
        var token = onward.get().token(scope);
        return token instanceof Found.Unreadable(var why)
                ? new Reading.Failure(Outcome.MALFORMED, "the token of the next page: " + why)
                : new Reading.Answer(
                        Outcome.OK,
                        value,
                        tally.leftOut(),
                        Map.of(),
                        onward.get().next(scope, tally.listed(), token));
    }
}
