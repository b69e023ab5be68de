package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.RouteHeader;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.host.Visit.Visitor;
import dev.universalapi.host.coordinate.Coordinates;
import dev.universalapi.host.coordinate.Places;
import dev.universalapi.host.coordinate.Sent;
import dev.universalapi.host.manner.Manner;
import dev.universalapi.host.manner.Routes;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.web.Departures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Understands what comes in with a question: its input, its headers, how its answer is wanted, the cursor that leads
/// on in a list, and the name of a place in place of coordinates.
final class Visits {
    private final Cursors cursors;
    private final Places places;
    private final Engines engines;
    private final Departures departures;

    Visits(Cursors cursors, Places places, Engines engines, Departures departures) {
        this.cursors = cursors;
        this.places = places;
        this.engines = engines;
        this.departures = departures;
    }

    /// What is asked by the parameters of an address.
    ///
    /// @throws ProblemException with all that is wrong
    Visit of(OperationType type, Map<String, List<String>> sent, HttpHeaders headers, Visitor visitor) {
        var parameters = new LinkedHashMap<>(sent);
        var manner = Manner.take(type, parameters);
        return of(new Sent.ByAddress(type, parameters), manner, headers, visitor);
    }

    /// What is asked by a body. What is not of the components stands in the address here too.
    ///
    /// @throws ProblemException with all that is wrong
    Visit of(OperationType type, Map<String, List<String>> sent, byte[] body, HttpHeaders headers, Visitor visitor) {
        var parameters = new LinkedHashMap<>(sent);
        var manner = Manner.take(type, parameters);
        parameters.keySet().stream().findFirst().ifPresent(name -> {
            throw ProblemException.invalid(name, "query", name + " belongs into the body of a POST");
        });
        var placed = places.coordinates(type).isPresent();
        return of(
                placed ? Sent.ByBody.of(type, body) : new Sent.ByBody(type, body, Optional.empty()),
                manner,
                headers,
                visitor);
    }

    private Visit of(Sent sent, Manner manner, HttpHeaders headers, Visitor visitor) {
        var type = sent.type();
        var at = places.coordinates(type);
        var named = at.isPresent() ? sent.place() : Optional.<String>empty();
        // all else that is wrong is told before anybody is asked for the place
        var checked = named.isPresent() ? checked(sent, at.get()) : question(sent.bind(), sent, at);
        var asking = new Asking(
                visitor.requestId().value(),
                visitor.caller().organisation(),
                visitor.deadline().at(),
                Routes.of(headers.getFirst(RouteHeader.NAME), visitor.caller()),
                Freshness.parse(headers.getFirst(HttpHeaders.CACHE_CONTROL)),
                null,
                manner.raw(),
                visitor.caller().keyId());
        var place = named.map(name -> find(name, sent.in(), asking, visitor)).orElse(null);
        var question = place == null
                ? checked
                : question(sent.bind(at.orElseThrow(), place.latitude(), place.longitude()), sent, at);
        return new Visit(
                type,
                question,
                asking.from(leading(manner.cursor(), type, question)),
                manner,
                place,
                visitor.caller(),
                headers.getFirst(HttpHeaders.ACCEPT),
                visitor.response());
    }

    /// What is told beside the answer: with the cursor of the page after it, and the place it is for.
    Meta meta(Visit visit, Reply.Answered<?> answered) {
        var next = answered.next();
        var meta = placed(visit, answered.meta());
        return next == null
                ? meta
                : cursors.write(visit.type(), visit.input(), meta.provider(), next)
                        .map(meta::leadingTo)
                        .orElse(meta);
    }

    /// The end of a stream, with the place it is for.
    Ending ending(Visit visit, Ending ending) {
        return switch (ending) {
            case Ending.Whole(var meta, var receipt) -> new Ending.Whole(placed(visit, meta), receipt);
            case Ending.Broken broken -> broken;
            case Ending.Refused refused -> refused;
        };
    }

    private static Meta placed(Visit visit, Meta meta) {
        return visit.place() == null ? meta : meta.at(visit.place());
    }

    private Meta.Place find(String name, String in, Asking asking, Visitor visitor) {
        var providers = engines.of(visitor.caller());
        return departures.whilePresent(() -> places.find(name, in, asking, providers));
    }

    private static Question<?> checked(Sent sent, Coordinates at) {
        if (sent.has(at.latitude()) || sent.has(at.longitude())) {
            throw ProblemException.invalid(
                    Coordinates.PLACE,
                    sent.in(),
                    "place stands for %s and %s; send either it or both of them"
                            .formatted(at.latitude(), at.longitude()));
        }
        return question(sent.bind(at, 0, 0), sent, Optional.empty());
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

    private static Question<?> question(Binding bound, Sent sent, Optional<Coordinates> at) {
        return switch (bound) {
            case Binding.Bound(var query) when query instanceof Question<?> asked -> asked;
            case Binding.Bound(var query) -> throw new IllegalStateException(query.getClass() + " is no Question");
            case Binding.Refused(var violations) -> {
                var mistakes = new ArrayList<Mistake>();
                for (var violation : violations) {
                    var hint = at.filter(names -> names.missing(violation.parameter(), sent))
                            .map(_ -> ", or the name of a " + Coordinates.PLACE + " must be sent instead")
                            .orElse("");
                    mistakes.add(new Mistake(violation.parameter(), violation.in(), violation.detail() + hint));
                }
                var detail = mistakes.stream().map(Mistake::detail).collect(Collectors.joining("; "));
                throw new ProblemException(ProblemType.INVALID_PARAMETER, detail, mistakes);
            }
        };
    }
}
