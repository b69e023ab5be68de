package dev.universalapi.host.manner;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The members of an answer that a caller wants: `temperatureCelsius,days.date`. A dot leads into a record, or into
/// all records of a list or of a map.
public final class Fields {
    /// Where callers name them.
    public static final String PARAMETER = "fields";

    private static final int MOST = 64;
    private static final int DEEPEST = 6;
    private static final int SHOWN = 60;

    private final Shape.RecordOf answer;
    private final Wanted wanted;

    private Fields(Shape.RecordOf answer, Wanted wanted) {
        this.answer = answer;
        this.wanted = wanted;
    }

    /// Which members of one record are wanted.
    private static final class Wanted {
        private final Map<String, Wanted> members = new HashMap<>();
        private boolean whole;
    }

    /// Reads them.
    ///
    /// @param text as sent
    /// @throws ProblemException if an answer has no such member, saying which it has
    public static Fields of(String text, OperationType type) {
        var names = text.split(",", MOST + 1);
        if (names.length > MOST) {
            throw refused("must name at most " + MOST + " members");
        }
        var wanted = new Wanted();
        for (var name : names) {
            add(name.strip(), type, wanted);
        }
        return new Fields(type.answer(), wanted);
    }

    private static void add(String name, OperationType type, Wanted all) {
        var steps = name.split("\\.", DEEPEST + 1);
        if (steps.length > DEEPEST) {
            throw refused("must be at most " + DEEPEST + " deep, was " + shown(name));
        }
        Shape shape = type.answer();
        var way = new StringJoiner(".").setEmptyValue("an answer of " + type.path());
        var wanted = all;
        for (var step : steps) {
            shape = step(within(shape), way.toString(), step).shape();
            way.add(step);
            wanted = wanted.members.computeIfAbsent(step, _ -> new Wanted());
        }
        wanted.whole = true;
    }

    private static Component step(Shape shape, String owner, String step) {
        if (!(shape instanceof Shape.RecordOf record)) {
            throw refused("cannot lead into " + owner + ", which is one value");
        }
        return record.component(step)
                .orElseThrow(() -> refused("names `" + shown(step) + "`, which is no member of " + owner + "; it has "
                        + record.components().stream().map(Component::name).collect(Collectors.joining(", "))));
    }

    /// Takes everything else out.
    ///
    /// @param data of an answer
    public void trim(JsonNode data) {
        trim(data, answer, wanted);
    }

    private static void trim(JsonNode node, Shape shape, Wanted wanted) {
        if (wanted.whole) {
            return;
        }
        switch (shape) {
            case Shape.ListOf(var element) -> node.forEach(one -> trim(one, element, wanted));
            case Shape.MapOf(var element) -> node.forEach(one -> trim(one, element, wanted));
            case Shape.RecordOf record
            when node instanceof ObjectNode object -> {
                object.retain(wanted.members.keySet());
                for (var component : record.components()) {
                    var within = wanted.members.get(component.name());
                    if (within != null) {
                        trim(object.path(component.name()), component.shape(), within);
                    }
                }
            }
            case Shape.RecordOf _, Shape.One _, Shape.Choice _ -> {}
        }
    }

    private static Shape within(Shape shape) {
        return switch (shape) {
            case Shape.ListOf(var element) -> within(element);
            case Shape.MapOf(var element) -> within(element);
            case Shape.One _, Shape.Choice _, Shape.RecordOf _ -> shape;
        };
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static ProblemException refused(String rule) {
        return ProblemException.invalid(PARAMETER, "query", PARAMETER + " " + rule);
    }
}
