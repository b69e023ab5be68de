package dev.universalapi.search.search;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.InvalidRouteException;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.host.Engines;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.search.search.round.Seeker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows who searches, by what filters found out and headers say.
final class Seekers {
    private final Engines engines;

    Seekers(Engines engines) {
        this.engines = engines;
    }

    /// Who it is.
    ///
    /// @throws ProblemException if the route cannot be followed
    Seeker of(
            @Nullable String freshness, @Nullable String route, Caller caller, Deadline deadline, RequestId requestId) {
        return new Seeker(
                caller,
                engines.mode(caller).label(),
                requestId.value(),
                deadline.at(),
                Freshness.parse(freshness),
                route(route));
    }

    private static Route route(@Nullable String header) {
        try {
            return header == null ? Route.ANY : RouteHeader.parse(header);
        } catch (InvalidRouteException invalid) {
            var why = String.valueOf(invalid.getMessage());
            throw new ProblemException(
                    ProblemType.INVALID_ROUTE, why, List.of(new Mistake(RouteHeader.NAME, "header", why)));
        }
    }
}
