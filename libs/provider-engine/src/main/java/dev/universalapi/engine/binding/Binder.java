package dev.universalapi.engine.binding;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.shape.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/// One reading, wherever the values stand.
public abstract sealed class Binder permits AddressBinder, BodyBinder {
    private static final int SHOWN = 60;

    final Wanted wanted;
    private final String in;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> shown = new HashMap<>();

    /// What is read.
    ///
    /// @param path of the operation, for messages
    /// @param check what the values must keep besides their types
    /// @param preset the default of a component, as a text
    public record Wanted(
            String path, Shape.RecordOf query, Schema check, Function<Component, @Nullable String> preset) {}

    /// One thing that is wrong.
    public record Fault(String parameter, String detail) {}

    Binder(Wanted wanted, String in) {
        this.wanted = wanted;
        this.in = in;
    }

    /// The values of the query, one a component; what is wrong with them is refused on the way.
    abstract @Nullable Object[] values();

    /// The query; empty, with faults, if anything is wrong. To be called once.
    public final Optional<Record> bind() {
        var values = values();
        if (faults.isEmpty()) {
            check(values);
        }
        return faults.isEmpty() ? Optional.of(wanted.query().make(values)) : Optional.empty();
    }

    /// Everything that is wrong.
    public final List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// Where the values stand: `query` or `body`.
    public final String in() {
        return in;
    }

    final int mistakes() {
        return faults.size();
    }

    final void show(String name, String text) {
        shown.put(name, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    final @Nullable Object refuse(String name, String rule) {
        faults.add(new Fault(name, name + " " + rule));
        return null;
    }

    final @Nullable Object refuseValue(String name, Shape shape) {
        return refuse(name, "must be " + wants(shape) + ", was " + shown.get(name));
    }

    final @Nullable Object refuseMissing(String name, Shape shape) {
        return refuse(name, "is missing; it must be " + wants(shape));
    }

    final void refuseUnknown(String name, Shape.RecordOf shape) {
        var names = shape.components().stream().map(Component::name).toList();
        refuse(
                name,
                "is not a parameter of " + wanted.path() + "; it has "
                        + (names.isEmpty() ? "none" : String.join(", ", names)));
    }

    abstract String wantsObject();

    private String wants(Shape shape) {
        return switch (shape) {
            case Shape.One one -> one.scalar().wants();
            case Shape.Choice choice ->
                "one of "
                        + String.join(
                                ", ",
                                choice.constants().values().stream()
                                        .map(Written::text)
                                        .toList());
            case Shape.ListOf list -> wantsList() + wants(list.element());
            case Shape.MapOf _, Shape.RecordOf _ -> wantsObject();
        };
    }

    abstract String wantsList();

    private void check(@Nullable Object[] values) {
        var json = JsonNodeFactory.instance.objectNode();
        var components = wanted.query().components();
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Object value) {
                json.set(components.get(i).name(), Json.contract(value));
            }
        }
        wanted.check().validate(json).forEach(this::explain);
    }

    private void explain(Error error) {
        var location = error.getInstanceLocation();
        var steps = new StringJoiner(".");
        for (int i = 0; i < location.getNameCount(); i++) {
            steps.add(String.valueOf(location.getElement(i)));
        }
        var name = location.getNameCount() > 0 ? steps.toString() : String.valueOf(error.getProperty());
        var bound = error.getSchemaNode() == null ? "" : error.getSchemaNode().asString();
        var rule = switch (error.getKeyword()) {
            case "maximum" -> "must be at most " + bound;
            case "minimum" -> "must be at least " + bound;
            case "maxLength" -> "must be at most " + bound + " characters long";
            case "minLength" -> "must be at least " + bound + " characters long";
            case "maxItems" -> "must have at most " + bound + " elements";
            case "minItems" -> "must have at least " + bound + " elements";
            case "pattern" -> "must have the form " + bound;
            default -> error.getMessage();
        };
        refuse(name, rule + ", was " + shown.get(name));
    }
}
