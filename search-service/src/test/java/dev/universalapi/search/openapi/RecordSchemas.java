package dev.universalapi.search.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of records that are answered with. Every component is there in every answer, null where it may be; of
/// both, and of what components mean, springdoc knows nothing.
public final class RecordSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(int.class, "integer int32"),
            Map.entry(long.class, "integer int64"),
            Map.entry(double.class, "number double"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(Instant.class, "string date-time"),
            Map.entry(URI.class, "string uri"));

    private final Map<String, ObjectNode> schemas = new TreeMap<>();

    /// All that were asked for, and those they lead to, by their names.
    public Map<String, ObjectNode> all() {
        return Map.copyOf(schemas);
    }

    /// A record by its name among [#all].
    public ObjectNode named(Class<?> type) {
        var name = type.getSimpleName();
        if (!schemas.containsKey(name)) {
            schemas.put(name, JSON.createObjectNode());
            schemas.put(name, inline(type));
        }
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /// A record as it is; what it leads to by name. One that is written as its only component is that.
    public ObjectNode inline(Class<?> type) {
        var components = type.getRecordComponents();
        if (components.length == 1 && isWritten(components[0].getAccessor())) {
            return of(components[0].getAnnotatedType());
        }
        var docs = Docs.of(type);
        var schema = JSON.createObjectNode().put("type", "object");
        if (!docs.about().isEmpty()) {
            schema.put("description", docs.about());
        }
        var required = schema.putArray("required");
        var properties = schema.putObject("properties");
        Arrays.stream(components).map(RecordComponent::getName).forEach(required::add);
        for (var component : components) {
            var of = of(component.getAnnotatedType());
            var about = docs.components().get(component.getName());
            if (about != null) {
                of.put("description", about);
            }
            properties.set(component.getName(), of);
        }
        return schema;
    }

    private static boolean isWritten(AnnotatedElement accessor) {
        return accessor.isAnnotationPresent(JsonValue.class);
    }

    private ObjectNode of(AnnotatedType type) {
        var schema = plain(type);
        if (!type.isAnnotationPresent(Nullable.class) || schema.isEmpty()) {
            return schema;
        }
        if (schema.has("$ref")) {
            var either = JSON.createObjectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        var kind = schema.path("type").asString();
        schema.putArray("type").add(kind).add("null");
        return schema;
    }

    private ObjectNode plain(AnnotatedType type) {
        var schema = JSON.createObjectNode();
        if (type instanceof AnnotatedParameterizedType list && Collection.class.isAssignableFrom(raw(type))) {
            schema.put("type", "array").set("items", of(list.getAnnotatedActualTypeArguments()[0]));
            return schema;
        }
        var raw = raw(type);
        var scalar = SCALARS.get(raw);
        if (scalar != null) {
            var words = scalar.split(" ");
            schema.put("type", words[0]);
            if (words.length > 1) {
                schema.put("format", words[1]);
            }
        } else if (raw.isEnum()) {
            var labels = schema.put("type", "string").putArray("enum");
            Arrays.stream(raw.getEnumConstants())
                    .map(JSON::<tools.jackson.databind.JsonNode>valueToTree)
                    .forEach(labels::add);
        } else if (raw.isRecord()) {
            return named(raw);
        } else if (raw != Object.class) {
            throw new IllegalArgumentException("no schema is known of " + type);
        }
        return schema;
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> one -> one;
            case ParameterizedType several -> (Class<?>) several.getRawType();
            default -> throw new IllegalArgumentException("no schema is known of " + type);
        };
    }
}
