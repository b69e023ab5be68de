package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Values;
import dev.universalapi.engine.shape.Json;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.shape.Written;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads values as the types of a contract.
final class Readers {

    private Readers() {}

    static Found read(Object value, Shape shape, Scope scope) {
        return switch (shape) {
            case Shape.One one -> one(value, one, scope);
            case Shape.Choice choice -> choice(value, choice, scope);
            case Shape.ListOf list -> list(value, list, scope);
            case Shape.MapOf map -> map(value, map, scope);
            case Shape.RecordOf record ->
                record.type().isInstance(value)
                        ? new Found.Value(value)
                        : new Found.Unreadable("no single value is a record");
        };
    }

    /// An empty list or map, where the shape is one.
    static @Nullable Object nothing(Shape shape) {
        return switch (shape) {
            case Shape.ListOf _ -> List.of();
            case Shape.MapOf _ -> Map.of();
            case Shape.One _, Shape.Choice _, Shape.RecordOf _ -> null;
        };
    }

    /// A value as a part of a body, so that addresses can begin at it.
    static JsonNode node(Object value) {
        return value instanceof JsonNode node ? node : Json.of(value);
    }

    private static Found one(Object value, Shape.One shape, Scope scope) {
        if (!(Values.single(value, scope.whole().markup()) instanceof Found.Value(var single))) {
            return Values.single(value, scope.whole().markup());
        }
        var read = shape.scalar().read(single);
        if (read == null) {
            return new Found.Unreadable(
                    Found.show(single) + " is not " + shape.scalar().wants());
        }
        if (read instanceof String || read instanceof URI) {
            scope.whole().budget().make(read.toString());
        }
        return new Found.Value(read);
    }

    private static Found choice(Object value, Shape.Choice shape, Scope scope) {
        if (!(Values.single(value, scope.whole().markup()) instanceof Found.Value(var single))) {
            return Values.single(value, scope.whole().markup());
        }
        return shape.find(Written.text(single))
                .<Found>map(Found.Value::new)
                .orElseGet(() ->
                        new Found.Unreadable(Found.show(single) + " is none of " + String.join(", ", shape.names())));
    }

    private static Found list(Object value, Shape.ListOf shape, Scope scope) {
        if (!Values.plural(value) && !scope.whole().markup()) {
            return new Found.Unreadable(Found.show(value) + " is no list");
        }
        var list = new ArrayList<Object>();
        for (var element : Values.elements(value)) {
            switch (element(element, shape.element(), scope)) {
                case Found.Value there -> list.add(there.value());
                case Found.Missing _ -> {}
                case Found.Unreadable unreadable -> {
                    return unreadable;
                }
            }
        }
        return new Found.Value(List.copyOf(list));
    }

    private static Found map(Object value, Shape.MapOf shape, Scope scope) {
        if (value instanceof Map<?, ?>) {
            return new Found.Value(value);
        }
        if (!(value instanceof JsonNode node && node.isObject())) {
            return new Found.Unreadable(Found.show(value) + " is no object");
        }
        var map = new LinkedHashMap<String, Object>();
        for (var entry : node.properties()) {
            switch (element(entry.getValue(), shape.element(), scope)) {
                case Found.Value there -> {
                    scope.whole().budget().make(entry.getKey());
                    map.put(entry.getKey(), there.value());
                }
                case Found.Missing _ -> {}
                case Found.Unreadable unreadable -> {
                    return unreadable;
                }
            }
        }
        return new Found.Value(Collections.unmodifiableMap(map));
    }

    private static Found element(Object element, Shape shape, Scope scope) {
        return Values.of(element) instanceof Found.Value(var there) ? read(there, shape, scope) : Values.of(element);
    }
}
