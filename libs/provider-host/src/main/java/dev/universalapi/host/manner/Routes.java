package dev.universalapi.host.manner;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.choice.InvalidRouteException;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a caller wants to be answered by, and may be.
public final class Routes {
    private Routes() {}

    /// The route of a header, for a caller.
    ///
    /// @throws ProblemException if it cannot be read, or asks for somebody whom the caller's key may not use
    public static Route of(@Nullable String header, Caller caller) {
        var route = parse(header).permitting(caller.providers().orElse(null));
        route.forbidden().ifPresent(id -> {
            throw new ProblemException(
                    ProblemType.SCOPE_MISSING,
                    "%s wants the scope provider.%s:use; the key does not have it".formatted(RouteHeader.NAME, id),
                    wrong("names a provider that the key may not use"));
        });
        return route;
    }

    /// What is wrong with a route.
    public static List<Mistake> wrong(String how) {
        return List.of(new Mistake(RouteHeader.NAME, "header", how));
    }

    private static Route parse(@Nullable String header) {
        try {
            return header == null ? Route.ANY : RouteHeader.parse(header);
        } catch (InvalidRouteException invalid) {
            var why = String.valueOf(invalid.getMessage());
            throw new ProblemException(ProblemType.INVALID_ROUTE, why, wrong(why));
        }
    }
}
