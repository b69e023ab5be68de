package dev.universalapi.engine.operation;

import com.networknt.schema.Error;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.shape.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the parameters of an address come to: a query, or everything that is wrong with them.
public sealed interface Binding {

    /// They make a query.
    record Bound(Record query) implements Binding {}

    /// They do not.
    record Refused(List<Violation> violations) implements Binding {}

    /// One thing that is wrong.
    ///
    /// @param parameter the name as sent
    /// @param detail names the field, the bound and the value: `latitude must be at most 90, was 95`
    /// @param in where it stood: `query` or `body`
    record Violation(String parameter, String detail, String in) {}

    /// Reads parameters as a query of that type.
    static Binding of(OperationType type, Map<String, List<String>> parameters) {
        return new Binder(type, parameters).bind();
    }

    /// What a component is when the caller leaves it out.
    ///
    /// @throws IllegalArgumentException if what is declared is none of its values
    static Optional<Object> preset(Component component) {
        var declared = component.declared().getAnnotation(Default.class);
        if (declared == null) {
            return Optional.empty();
        }
        var value = Binder.read(component.shape(), declared.value());
        if (value == null) {
            throw new IllegalArgumentException(component.declared() + " cannot be " + declared.value());
        }
        return Optional.of(value);
    }

    /// A text as the JSON of a type, as schemas show defaults and examples.
    static JsonNode json(Class<?> type, String text) {
        var numeric = type.isPrimitive() || Number.class.isAssignableFrom(type);
        if (type == boolean.class || type == Boolean.class) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
        }
        return numeric
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                : JsonNodeFactory.instance.stringNode(text);
    }
}

/// One reading of parameters.
final class Binder {
    private static final int SHOWN = 60;

    private final OperationType type;
    private final Map<String, List<String>> parameters;
    private final List<Binding.Violation> violations = new ArrayList<>();
    private final Map<String, String> shown = new LinkedHashMap<>();

    Binder(OperationType type, Map<String, List<String>> parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    Binding bind() {
        var components = type.query().components();
        var values = new @Nullable Object[components.size()];
        var json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.length; i++) {
            var component = components.get(i);
            var value = read(component);
            values[i] = value;
            if (value != null) {
                json.set(component.name(), Json.contract(value));
            }
        }
        for (var name : parameters.keySet()) {
            if (type.query().component(name).isEmpty()) {
                refuse(name, "is not a parameter of " + type.path() + "; it has " + names());
            }
        }
        if (violations.isEmpty()) {
            for (var error : type.schemas().queryCheck().validate(json)) {
                explain(error);
            }
        }
        return violations.isEmpty()
                ? new Binding.Bound(type.canonical(type.query().make(values)))
                : new Binding.Refused(List.copyOf(violations));
    }

    private @Nullable Object read(Component component) {
        var sent = parameters.getOrDefault(component.name(), List.of());
        if (sent.size() > 1) {
            return refuse(component.name(), "must be given once, was given " + sent.size() + " times");
        }
        var preset = component.declared().getAnnotation(Default.class);
        var text = sent.isEmpty() ? preset == null ? null : preset.value() : sent.getFirst();
        if (text == null) {
            return component.optional()
                    ? null
                    : refuse(component.name(), "is missing; it must be " + wants(component.shape()));
        }
        shown.put(component.name(), text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
        var value = read(component.shape(), text);
        return value == null
                ? refuse(
                        component.name(),
                        "must be " + wants(component.shape()) + ", was " + shown.get(component.name()))
                : value;
    }

    static @Nullable Object read(Shape shape, String text) {
        return switch (shape) {
            case Shape.One one -> one.scalar().read(text);
            case Shape.Choice choice -> choice.find(text).orElse(null);
            case Shape.ListOf list -> {
                var elements = new ArrayList<Object>();
                for (var part : text.split(",", -1)) {
                    var element = read(list.element(), part.strip());
                    if (element == null) {
                        yield null;
                    }
                    elements.add(element);
                }
                yield List.copyOf(elements);
            }
            case Shape.MapOf _, Shape.RecordOf _ -> null;
        };
    }

    private static String wants(Shape shape) {
        return switch (shape) {
            case Shape.One one -> one.scalar().wants();
            case Shape.Choice choice ->
                "one of "
                        + String.join(
                                ", ",
                                choice.constants().values().stream()
                                        .map(Written::text)
                                        .toList());
            case Shape.ListOf list -> "a list parted by commas, each " + wants(list.element());
            case Shape.MapOf _, Shape.RecordOf _ -> "an object, which an address cannot hold";
        };
    }

    private void explain(Error error) {
        var location = error.getInstanceLocation();
        var name = location.getNameCount() > 0 ? location.getName(0).toString() : String.valueOf(error.getProperty());
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

    private @Nullable Object refuse(String name, String rule) {
        violations.add(new Binding.Violation(name, name + " " + rule, "query"));
        return null;
    }

    private String names() {
        var names = type.query().components().stream().map(Component::name).toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
