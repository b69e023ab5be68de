package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Scalar;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what [Writing] wrote, and nothing else.
final class Restoring {

    private Restoring() {}

    static Object read(Shape shape, JsonNode json) throws MismatchException {
        return switch (shape) {
            case Shape.One one -> one(one.scalar(), json);
            case Shape.Choice choice ->
                choice.constants().values().stream()
                        .filter(constant -> json.isString() && constant.name().equals(json.asString()))
                        .findFirst()
                        .orElseThrow(() -> new MismatchException("no constant of " + choice.type()));
            case Shape.ListOf list -> {
                require(json.isArray(), "a list");
                var elements = new ArrayList<Object>(json.size());
                for (var element : json) {
                    elements.add(read(list.element(), element));
                }
                yield elements;
            }
            case Shape.MapOf map -> {
                require(json.isObject(), "an object");
                var entries = new LinkedHashMap<String, Object>();
                for (var member : json.properties()) {
                    entries.put(member.getKey(), read(map.element(), member.getValue()));
                }
                yield entries;
            }
            case Shape.RecordOf record -> record(record, json);
        };
    }

    private static Record record(Shape.RecordOf shape, JsonNode json) throws MismatchException {
        require(json.isObject(), "an object");
        var values = new @Nullable Object[shape.components().size()];
        var found = 0;
        for (int i = 0; i < values.length; i++) {
            var component = shape.components().get(i);
            var inner = json.get(component.name());
            require(inner != null || component.optional(), component);
            if (inner != null) {
                values[i] = read(component.shape(), inner);
                found++;
            }
        }
        require(found == json.size(), "only members of " + shape.type());
        return shape.make(values);
    }

    private static Object one(Scalar scalar, JsonNode json) throws MismatchException {
        var written = switch (scalar) {
            case INT, LONG, DOUBLE, DECIMAL, YEAR -> json.isNumber() ? json.decimalValue() : null;
            case BOOLEAN -> json.isBoolean() ? json.booleanValue() : null;
            case TEXT, INSTANT, DATE, ADDRESS -> json.isString() ? json.asString() : null;
        };
        var value = written == null ? null : scalar.read(written);
        if (value == null) {
            throw new MismatchException("not " + scalar.wants());
        }
        return value;
    }

    private static void require(boolean met, Object wanted) throws MismatchException {
        if (!met) {
            throw new MismatchException("not " + wanted);
        }
    }

    private static void require(boolean met, Component wanted) throws MismatchException {
        require(met, wanted.name());
    }
}
