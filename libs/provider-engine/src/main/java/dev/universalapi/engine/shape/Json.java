package dev.universalapi.engine.shape;

import dev.universalapi.engine.kind.Parts;
import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values as JSON, keeping numbers, truths, lists and records what they are.
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /// The JSON of a value as requests carry it: constants in lower case, times in ISO, nulls left out of
    /// records.
    public static JsonNode of(Object value) {
        return of(value, false);
    }

    /// The JSON of a value as contracts have it: constants as declared.
    public static JsonNode contract(Object value) {
        return of(value, true);
    }

    private static JsonNode of(Object value, boolean contract) {
        return switch (value) {
            case JsonNode node -> node;
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer whole -> NODES.numberNode(whole);
            case Long whole -> NODES.numberNode(whole);
            case Year year -> NODES.numberNode(year.getValue());
            case Double real -> NODES.numberNode(real);
            case BigDecimal exact -> NODES.numberNode(exact);
            case Enum<?> constant when contract -> NODES.stringNode(constant.name());
            case List<?> list -> {
                var array = NODES.arrayNode(list.size());
                list.forEach(element -> array.add(of(element, contract)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((name, element) -> object.set(name.toString(), of(element, contract)));
                yield object;
            }
            case Parts(var parts) -> of(parts, contract);
            case Record record -> of(Shape.of(record.getClass()).values(record), contract);
            default -> NODES.stringNode(Written.text(value));
        };
    }
}
