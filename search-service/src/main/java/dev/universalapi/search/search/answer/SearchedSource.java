package dev.universalapi.search.search.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.universalapi.search.intent.Language;
import dev.universalapi.search.search.plan.Inquiry;
import dev.universalapi.search.search.plan.Plan.Unasked;
import dev.universalapi.search.search.plan.Reason;
import dev.universalapi.search.search.round.Arrival;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of one source.
///
/// @param provider the id of who answered; null where nobody did
/// @param outcome what became of it
/// @param millis from the beginning of the search until it came to its end; 0 where it did not
/// @param count how many facts or results it gave
/// @param cached whether nobody was called for it
/// @param reason why there is nothing of it, in the language of the query
/// @param receipt the id under which `GET /api/requests/{id}/explain` tells all; null where nobody was asked, and while
///     it is under way
public record SearchedSource(
        String operation,
        @Nullable String provider,
        State outcome,
        long millis,
        int count,
        boolean cached,
        @Nullable String reason,
        @Nullable String receipt) {

    /// What became of a source.
    public enum State {
        /// It is asked; of a stream alone.
        STARTED,
        /// It told something.
        OK,
        /// It knows nothing of it.
        EMPTY,
        /// Nobody who offers it answered.
        AWAY,
        /// Nobody who offers it can be asked that.
        UNSUPPORTED,
        /// It was not waited for.
        LATE,
        /// It was not asked.
        UNASKED;

        /// As callers are told: `ok`.
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One that has come to its end.
    public static SearchedSource of(Arrival arrival) {
        var operation = arrival.inquiry().operation();
        var millis = arrival.millis();
        var receipt = arrival.receipt();
        return switch (arrival.outcome()) {
            case Arrival.Answered(var found, var meta, var _) -> {
                int count = found.hits().size() + (found.fact() == null ? 0 : 1);
                yield new SearchedSource(
                        operation,
                        meta.provider(),
                        count == 0 ? State.EMPTY : State.OK,
                        millis,
                        count,
                        meta.cached(),
                        null,
                        receipt);
            }
            case Arrival.Nothing _ -> new SearchedSource(operation, null, State.EMPTY, millis, 0, false, null, receipt);
            case Arrival.Helpless(var why) ->
                new SearchedSource(operation, null, State.UNSUPPORTED, millis, 0, false, why, receipt);
            case Arrival.Away(var _, var why, var _) ->
                new SearchedSource(operation, null, State.AWAY, millis, 0, false, why, receipt);
        };
    }

    /// One that is asked now.
    public static SearchedSource started(Inquiry inquiry) {
        return new SearchedSource(inquiry.operation(), null, State.STARTED, 0, 0, false, null, null);
    }

    /// One that is under way, and is not waited for.
    public static SearchedSource late(Inquiry inquiry, Language language) {
        var why = Reason.LATE.in(language, "");
        return new SearchedSource(inquiry.operation(), null, State.LATE, 0, 0, false, why, null);
    }

    /// One that is not asked.
    public static SearchedSource of(Unasked unasked) {
        return new SearchedSource(unasked.operation(), null, State.UNASKED, 0, 0, false, unasked.why(), null);
    }
}
