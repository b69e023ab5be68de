package dev.universalapi.engine.binding;

import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One reading of a body. Values must be of the JSON type that the schema shows: no text is taken for a number.
public final class BodyBinder extends Binder {
    private static final String BODY = "body";

    private final byte[] body;

    public BodyBinder(Wanted wanted, byte[] body) {
        super(wanted, BODY);
        this.body = body;
    }

    @Override
    @Nullable
    Object[] values() {
        try {
            var json = Bodies.read(body, Reads.JSON, "").top();
            if (json.isObject()) {
                return values(wanted.query(), json, "");
            }
            refuse(BODY, "must be a JSON object");
        } catch (UnreadableException e) {
            refuse(BODY, "must be a JSON object: " + e.why());
        }
        return new @Nullable Object[0];
    }

    @Override
    String wantsObject() {
        return "an object";
    }

    @Override
    String wantsList() {
        return "a list, each ";
    }

    private @Nullable Object[] values(Shape.RecordOf shape, JsonNode object, String way) {
        var components = shape.components();
        var values = new @Nullable Object[components.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(components.get(i), object, way);
        }
        object.propertyNames().stream()
                .filter(name -> shape.component(name).isEmpty())
                .forEach(name -> refuseUnknown(way + name, shape));
        return values;
    }

    private @Nullable Object read(Component component, JsonNode object, String way) {
        var name = way + component.name();
        var node = object.path(component.name());
        var preset = wanted.preset().apply(component);
        if (node.isMissingNode() && preset != null) {
            show(name, preset);
            return AddressBinder.read(component.shape(), preset);
        }
        if (node.isMissingNode() || node.isNull()) {
            return component.optional() ? null : refuseMissing(name, component.shape());
        }
        return read(component.shape(), node, name);
    }

    private @Nullable Object read(Shape shape, JsonNode node, String name) {
        show(name, node.isValueNode() ? node.asString() : node.isArray() ? "a list" : "an object");
        return switch (shape) {
            case Shape.One(var scalar)
            when plain(scalar, node) instanceof Object plain && scalar.read(plain) instanceof Object value -> value;
            case Shape.Choice choice
            when node.isString() && choice.find(node.asString()).isPresent() ->
                choice.find(node.asString()).orElseThrow();
            case Shape.ListOf(var element)
            when node.isArray() -> {
                var elements = new ArrayList<@Nullable Object>();
                for (int i = 0; i < node.size(); i++) {
                    elements.add(read(element, node.get(i), name + "." + i));
                }
                yield elements.contains(null) ? null : List.copyOf(elements);
            }
            case Shape.MapOf(var element)
            when node.isObject() -> {
                var named = new LinkedHashMap<String, @Nullable Object>();
                node.forEachEntry((key, value) -> named.put(key, read(element, value, name + "." + key)));
                yield named.containsValue(null) ? null : Collections.unmodifiableMap(named);
            }
            case Shape.RecordOf inner
            when node.isObject() -> {
                var before = mistakes();
                var values = values(inner, node, name + ".");
                yield before == mistakes() ? inner.make(values) : null;
            }
            case Shape.One _, Shape.Choice _, Shape.ListOf _, Shape.MapOf _, Shape.RecordOf _ ->
                refuseValue(name, shape);
        };
    }

    /// What Java makes of a value of the right JSON type; null for one of another.
    private static @Nullable Object plain(Scalar scalar, JsonNode node) {
        return switch (scalar) {
            case TEXT, INSTANT, DATE, ADDRESS -> node.isString() ? node.asString() : null;
            case INT, LONG, DOUBLE, DECIMAL, YEAR -> node.isNumber() ? node.numberValue() : null;
            case BOOLEAN -> node.isBoolean() ? node.booleanValue() : null;
        };
    }
}
