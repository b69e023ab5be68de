package dev.universalapi.search.search;

import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.host.Respondents;
import dev.universalapi.host.manner.Routes;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.search.search.round.Seeker;
import org.jspecify.annotations.Nullable;

/// Knows who searches, by what filters found out and headers say.
final class Seekers {
    private final Respondents respondents;

    Seekers(Respondents respondents) {
        this.respondents = respondents;
    }

    /// Who it is.
    ///
    /// @throws ProblemException if the route cannot be followed, or the key may not follow it
    Seeker of(
            @Nullable String freshness, @Nullable String route, Caller caller, Deadline deadline, RequestId requestId) {
        return new Seeker(
                caller,
                respondents.mode(caller).label(),
                requestId.value(),
                deadline.at(),
                Freshness.parse(freshness),
                Routes.of(route, caller));
    }
}
