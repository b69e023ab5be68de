package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.choice.InvalidRouteException;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.platform.web.Departures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Asks any operation there is: the one controller of all of them.
@RestController
final class LookupController {
    private static final String DRY_RUN = "dryRun";

    private final HostedOperations operations;
    private final Engines engines;
    private final Departures departures;

    LookupController(HostedOperations operations, Engines engines, Departures departures) {
        this.operations = operations;
        this.engines = engines;
        this.departures = departures;
    }

    /// `?dryRun=true` tells who would be asked and asks nobody.
    @GetMapping(path = "/api/{category}/{operation}", produces = MediaType.APPLICATION_JSON_VALUE)
    Record lookup(
            @PathVariable String category,
            @PathVariable String operation,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = RouteHeader.NAME, required = false) @Nullable String route,
            Caller caller,
            Deadline deadline,
            RequestId requestId) {
        var type = operations.get(category, operation);
        var parameters = new LinkedHashMap<String, List<String>>(sent);
        var dryRun = dryRun(parameters.remove(DRY_RUN));
        var query = bind(type, parameters);
        var providers = engines.of(caller);
        var asking = new Asking(requestId.value(), caller.organisation(), deadline.at(), route(route));
        if (dryRun) {
            return providers.plan(query, asking);
        }
        return answer(departures.whilePresent(() -> providers.ask(query, asking)));
    }

    private static <A extends Record> Answer answer(Reply<A> reply) {
        return switch (reply) {
            case Reply.Answered<A> answered -> new Answer(answered.data(), answered.meta());
            case Reply.Refused<A> refused ->
                throw new ProblemException(
                        refused.type(),
                        refused.detail(),
                        refused.type() == ProblemType.INVALID_ROUTE ? routeIs(refused.detail()) : List.of(),
                        refused.receipt().attempts(),
                        refused.retryAfter());
        };
    }

    private static Query<?> bind(OperationType type, Map<String, List<String>> parameters) {
        return switch (type.bind(parameters)) {
            case Binding.Bound(var query) when query instanceof Query<?> asked -> asked;
            case Binding.Bound(var query) -> throw new IllegalStateException(query.getClass() + " is no Query");
            case Binding.Refused(var violations) -> {
                var mistakes = new ArrayList<Mistake>();
                for (var violation : violations) {
                    mistakes.add(new Mistake(violation.parameter(), violation.in(), violation.detail()));
                }
                var detail = mistakes.stream().map(Mistake::detail).collect(Collectors.joining("; "));
                throw new ProblemException(ProblemType.INVALID_PARAMETER, detail, mistakes);
            }
        };
    }

    private static Route route(@Nullable String header) {
        try {
            return header == null ? Route.ANY : RouteHeader.parse(header);
        } catch (InvalidRouteException invalid) {
            var why = String.valueOf(invalid.getMessage());
            throw new ProblemException(ProblemType.INVALID_ROUTE, why, routeIs(why));
        }
    }

    private static List<Mistake> routeIs(String wrong) {
        return List.of(new Mistake(RouteHeader.NAME, "header", wrong));
    }

    private static boolean dryRun(@Nullable List<String> values) {
        if (values == null || values.equals(List.of("false"))) {
            return false;
        }
        if (values.equals(List.of("true"))) {
            return true;
        }
        throw ProblemException.invalid(DRY_RUN, "query", "dryRun must be true or false, and be given once");
    }
}
