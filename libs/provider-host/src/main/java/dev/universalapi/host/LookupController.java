package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.InvalidRouteException;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Query;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.PageReader;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.platform.web.Departures;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final Cursors cursors;

    LookupController(HostedOperations operations, Engines engines, Departures departures, Cursors cursors) {
        this.operations = operations;
        this.engines = engines;
        this.departures = departures;
        this.cursors = cursors;
    }

    /// `?dryRun=true` tells who would be asked and asks nobody.
    @GetMapping(path = "/api/{category}/{operation}", produces = MediaType.APPLICATION_JSON_VALUE)
    Record lookup(
            @PathVariable String category,
            @PathVariable String operation,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = RouteHeader.NAME, required = false) @Nullable String route,
            @RequestHeader(name = HttpHeaders.CACHE_CONTROL, required = false) @Nullable String cacheControl,
            Caller caller,
            Deadline deadline,
            RequestId requestId,
            HttpServletResponse response) {
        var type = operations.get(category, operation);
        var parameters = new LinkedHashMap<String, List<String>>(sent);
        var dryRun = dryRun(parameters.remove(DRY_RUN));
        var cursor = PageReader.limit(type.query()).isPresent() ? parameters.remove(Cursors.PARAMETER) : null;
        var query = bind(type, parameters);
        var providers = engines.of(caller);
        var asking = new Asking(
                requestId.value(),
                caller.organisation(),
                deadline.at(),
                route(route),
                Freshness.parse(cacheControl),
                leading(cursor, type, query));
        if (dryRun) {
            return providers.plan(query, asking);
        }
        var answer = answer(type, query, departures.whilePresent(() -> providers.ask(query, asking)));
        var age = answer.meta().age();
        if (age != null) {
            response.setHeader(HttpHeaders.AGE, String.valueOf(age));
        }
        return answer;
    }

    private <A extends Record> Answer answer(OperationType type, Query<?> query, Reply<A> reply) {
        return switch (reply) {
            case Reply.Answered<A> answered -> new Answer(answered.data(), meta(type, query, answered));
            case Reply.Refused<A> refused ->
                throw new ProblemException(
                        refused.type(),
                        refused.detail(),
                        refused.type() == ProblemType.INVALID_ROUTE ? routeIs(refused.detail()) : List.of(),
                        refused.receipt().attempts(),
                        refused.retryAfter());
        };
    }

    private Meta meta(OperationType type, Query<?> query, Reply.Answered<?> answered) {
        var next = answered.next();
        return next == null || !(query instanceof Record asked)
                ? answered.meta()
                : cursors.write(type, asked, answered.meta().provider(), next)
                        .map(answered.meta()::leadingTo)
                        .orElse(answered.meta());
    }

    private Cursor.@Nullable Leading leading(@Nullable List<String> sent, OperationType type, Query<?> query) {
        if (sent == null || !(query instanceof Record asked)) {
            return null;
        }
        if (sent.size() != 1) {
            throw ProblemException.invalid(Cursors.PARAMETER, "query", "cursor must be given once");
        }
        return switch (cursors.read(sent.getFirst(), type, asked)) {
            case Cursor.Leading leading -> leading;
            case Cursor.Refused(var reason) -> throw ProblemException.invalid(Cursors.PARAMETER, "query", reason);
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
