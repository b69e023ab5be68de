package dev.universalapi.engine.expression;

import dev.universalapi.engine.shape.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Parts of a body as values.
public final class Values {
    /// In XML an element that has attributes or children keeps its own text under this name.
    public static final String OWN_TEXT = "";

    private Values() {}

    /// All elements of one name in XML: a list takes all of them, one value the first.
    record Several(List<Object> all) {}

    /// Null and blank texts are missing; single values become Java's; lists and objects stay as they are.
    public static Found of(Object part) {
        if (part instanceof JsonNode node) {
            return switch (node.getNodeType()) {
                case STRING -> text(node.asString());
                case NUMBER -> new Found.Value(number(node));
                case BOOLEAN -> new Found.Value(node.booleanValue());
                case NULL -> Found.BLANK;
                case MISSING -> Found.ABSENT;
                case ARRAY, OBJECT -> new Found.Value(node);
                case BINARY, POJO -> new Found.Unreadable("it is no value of JSON");
            };
        }
        return part instanceof String text ? text(text) : new Found.Value(part);
    }

    static Found text(String text) {
        return text.isBlank() ? Found.BLANK : new Found.Value(text);
    }

    private static Number number(JsonNode node) {
        return node.isInt()
                ? (Number) node.intValue()
                : node.isLong() ? (Number) node.longValue() : node.decimalValue();
    }

    /// One value where one is wanted: of several XML elements the first, of an XML element its text.
    public static Found single(Object value, boolean markup) {
        return switch (value) {
            case Several several ->
                several.all().isEmpty() ? Found.ABSENT : single(several.all().getFirst(), markup);
            case JsonNode node when markup && node.isObject() -> of(node.path(OWN_TEXT));
            case JsonNode node when markup && node.isArray() && !node.isEmpty() -> single(node.get(0), markup);
            case JsonNode node -> of(node);
            default -> new Found.Value(value);
        };
    }

    /// The same where a converter wants it: an object or a list is no single value.
    static Found simple(Object value, boolean markup) {
        var single = single(value, markup);
        return single instanceof Found.Value(var one)
                        && (one instanceof JsonNode || one instanceof List<?> || one instanceof Map<?, ?>)
                ? new Found.Unreadable(Found.show(one) + " is no single value")
                : single;
    }

    /// A value as a part of a text, a list joined by commas.
    static Found text(Object value, boolean markup) {
        if (value instanceof JsonNode node && node.isArray() && !markup) {
            var list = each(value, Found.Value::new);
            return list instanceof Found.Value(var all) ? text(all, false) : list;
        }
        var single = single(value, markup);
        if (single instanceof Found.Value(JsonNode node)) {
            return new Found.Unreadable(Found.show(node) + " is no text");
        }
        return single instanceof Found.Value(var one) ? new Found.Value(Written.text(one)) : single;
    }

    /// The elements of what may be a list; a value that is none counts as one element.
    public static List<Object> elements(Object value) {
        return switch (value) {
            case Several several -> several.all();
            case JsonNode node when node.isArray() -> list(node);
            case List<?> list -> List.copyOf(list);
            default -> List.of(value);
        };
    }

    private static List<Object> list(JsonNode node) {
        var list = new ArrayList<Object>(node.size());
        node.forEach(list::add);
        return list;
    }

    /// Its characters, and one for each of its parts.
    static int size(Object value) {
        return switch (value) {
            case String text -> text.length();
            case JsonNode node
            when node.isContainer() -> {
                var size = 1;
                for (var part : node) {
                    size += size(part);
                }
                yield size;
            }
            case JsonNode node when node.isString() -> 1 + node.asString().length();
            case Several several -> {
                var size = 1;
                for (var part : several.all()) {
                    size += size(part);
                }
                yield size;
            }
            default -> 1;
        };
    }

    /// Whether it has elements.
    public static boolean plural(Object value) {
        return value instanceof List<?>
                || value instanceof Several
                || (value instanceof JsonNode node && node.isArray());
    }

    /// Each element through a function, in order; missing ones are left out, the first that fails is the result.
    static Found each(Object value, Function<Object, Found> step) {
        var made = new ArrayList<Object>();
        for (var element : elements(value)) {
            switch (of(element)) {
                case Found.Missing _ -> {}
                case Found.Unreadable failed -> {
                    return failed;
                }
                case Found.Value there -> {
                    switch (step.apply(there.value())) {
                        case Found.Missing _ -> {}
                        case Found.Unreadable failed -> {
                            return failed;
                        }
                        case Found.Value next -> made.add(next.value());
                    }
                }
            }
        }
        return new Found.Value(value instanceof Several ? new Several(made) : List.copyOf(made));
    }
}
