package dev.universalapi.host.coordinate;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Meta;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds out where places are, for the operations that are asked by coordinates.
public final class Places {
    private static final int SHOWN = 60;

    private final Optional<Gazetteer> gazetteer;
    private final Map<String, Coordinates> coordinates = new HashMap<>();

    /// @param path the operation that knows places; where it is not answered here, places have no names
    /// @throws IllegalArgumentException if that operation cannot be asked for places
    public Places(HostedOperations operations, String path) {
        this.gazetteer = operations.all().stream()
                .filter(type -> type.path().equals(path))
                .findFirst()
                .map(Gazetteer::of);
        if (gazetteer.isPresent()) {
            for (var type : operations.all()) {
                Coordinates.of(type)
                        .filter(_ -> !type.path().equals(path))
                        .ifPresent(found -> coordinates.put(type.path(), found));
            }
        }
    }

    /// The components of an operation that the name of a place can stand for.
    public Optional<Coordinates> coordinates(OperationType type) {
        return Optional.ofNullable(coordinates.get(type.path()));
    }

    /// Where a place is.
    ///
    /// @param in where its name stood: `query` or `body`
    /// @param asking of the question that needs it; whom its key may use counts here, its other wishes do not
    /// @throws ProblemException if there is no such place, or nobody says
    public Meta.Place find(String name, String in, Asking asking, Providers providers) {
        var known = gazetteer.orElseThrow();
        // a receipt of its own, beside that of the question
        var own = new Asking(
                asking.requestId() + "-place",
                asking.organisation(),
                asking.deadline(),
                Route.ANY.permitting(asking.route().permitted()));
        return switch (providers.ask(question(known, name, in), own)) {
            case Reply.Answered<? extends Record> answered ->
                known.first(answered.data())
                        .map(spot -> new Meta.Place(
                                spot.name(),
                                spot.latitude(),
                                spot.longitude(),
                                answered.meta().provider(),
                                answered.meta().attribution(),
                                answered.meta().receipt(),
                                answered.meta().sample()))
                        .orElseThrow(() -> nowhere(name));
            case Reply.Refused<? extends Record> refused
            when refused.type() == ProblemType.NO_RESULT -> throw nowhere(name);
            case Reply.Refused<? extends Record> refused ->
                throw new ProblemException(
                        refused.type(),
                        "Where the place is was not found out. " + refused.detail(),
                        List.of(),
                        refused.receipt().attempts(),
                        refused.retryAfter());
        };
    }

    // the operation is answered by a record, as was checked when it was taken
    @SuppressWarnings("unchecked")
    private static Question<? extends Record> question(Gazetteer known, String name, String in) {
        return switch (known.question(name)) {
            case Binding.Bound(var query) -> (Question<? extends Record>) query;
            case Binding.Refused(var violations) -> {
                var mistakes = violations.stream()
                        .map(violation -> new Mistake(
                                Coordinates.PLACE,
                                in,
                                Coordinates.PLACE
                                        + violation
                                                .detail()
                                                .substring(violation.parameter().length())))
                        .toList();
                throw new ProblemException(
                        ProblemType.INVALID_PARAMETER,
                        mistakes.stream().map(Mistake::detail).collect(Collectors.joining("; ")),
                        mistakes);
            }
        };
    }

    private static ProblemException nowhere(String name) {
        var shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "There is no place " + shown + " that anybody knows; spell it otherwise, or send its coordinates.");
    }
}
