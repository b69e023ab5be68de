package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.InvalidRouteException;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.PageReader;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Understands what comes in with a question: its input, its headers, and the cursor that leads on in a list.
final class Visits {
    private final Cursors cursors;

    Visits(Cursors cursors) {
        this.cursors = cursors;
    }

    /// Takes the cursor out of an address, where the operation's lists come page by page.
    static @Nullable List<String> cursor(OperationType type, Map<String, List<String>> parameters) {
        return PageReader.pages(type) ? parameters.remove(Cursors.PARAMETER) : null;
    }

    /// What is asked.
    ///
    /// @param cursor as sent
    /// @throws ProblemException with all that is wrong
    Visit of(
            OperationType type,
            Binding bound,
            @Nullable List<String> cursor,
            HttpHeaders headers,
            Visit.Visitor visitor) {
        var question = question(bound);
        var asking = new Asking(
                visitor.requestId().value(),
                visitor.caller().organisation(),
                visitor.deadline().at(),
                route(headers.getFirst(RouteHeader.NAME)),
                Freshness.parse(headers.getFirst(HttpHeaders.CACHE_CONTROL)),
                leading(cursor, type, question));
        return new Visit(
                type, question, asking, visitor.caller(), headers.getFirst(HttpHeaders.ACCEPT), visitor.response());
    }

    /// What is told beside the answer, with the cursor of the page after it.
    Meta meta(Visit visit, Reply.Answered<?> answered) {
        var next = answered.next();
        return next == null
                ? answered.meta()
                : cursors.write(visit.type(), visit.input(), answered.meta().provider(), next)
                        .map(answered.meta()::leadingTo)
                        .orElse(answered.meta());
    }

    /// What is wrong with a route.
    static List<Mistake> routeIs(String wrong) {
        return List.of(new Mistake(RouteHeader.NAME, "header", wrong));
    }

    private Cursor.@Nullable Leading leading(@Nullable List<String> sent, OperationType type, Question<?> question) {
        if (sent == null || !(question instanceof Record asked)) {
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

    private static Question<?> question(Binding bound) {
        return switch (bound) {
            case Binding.Bound(var query) when query instanceof Question<?> asked -> asked;
            case Binding.Bound(var query) -> throw new IllegalStateException(query.getClass() + " is no Question");
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
}
