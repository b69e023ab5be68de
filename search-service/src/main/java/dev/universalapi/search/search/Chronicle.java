package dev.universalapi.search.search;

import dev.universalapi.contracts.event.search.SearchPerformed;
import dev.universalapi.platform.events.Events;
import dev.universalapi.search.search.answer.SearchAnswer;
import dev.universalapi.search.search.answer.SearchedSource.State;
import dev.universalapi.search.search.plan.Plan;
import dev.universalapi.search.search.round.Seeker;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells that a search was performed, without its query: unless the organisation wants that.
final class Chronicle {
    private final @Nullable Events events;
    private final Set<String> recorded;
    private final InstantSource clock;

    /// @param events null where nobody hears of it
    /// @param recorded the organisations whose queries are told
    Chronicle(@Nullable Events events, Set<String> recorded, InstantSource clock) {
        this.events = events;
        this.recorded = Set.copyOf(recorded);
        this.clock = clock;
    }

    void tell(Plan plan, SearchAnswer answer, Seeker seeker) {
        if (events == null) {
            return;
        }
        var organisation = seeker.caller().organisation();
        var data = answer.data();
        var meta = answer.meta();
        var asked = meta.sources().stream()
                .filter(source -> source.outcome() != State.UNASKED)
                .count();
        events.publish(new SearchPerformed(
                organisation,
                seeker.caller().keyId(),
                seeker.requestId(),
                data.language(),
                plan.categories().keySet().stream().sorted().toList(),
                (int) asked,
                data.answers().size(),
                data.results().size(),
                meta.coverage(),
                meta.cached(),
                meta.tookMillis(),
                recorded.contains(organisation) ? data.query() : null,
                clock.instant()));
    }
}
