package dev.universalapi.engine.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads JSON: numbers as they are written, never as binary fractions.
final class JsonBodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEEPEST)
                    .maxNumberLength(400)
                    .maxNameLength(10_000)
                    .maxStringLength(Limits.MOST_BYTES)
                    .build())
            .build();

    private final Limits limits = new Limits();

    private JsonBodies() {}

    static JsonNode read(byte[] body) throws UnreadableException {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            var read = new JsonBodies().value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new UnreadableException("something follows the JSON");
            }
            return read;
        } catch (JacksonException e) {
            throw new UnreadableException("the body is no JSON: " + cut(e.getOriginalMessage()));
        }
    }

    private static String cut(@Nullable String message) {
        var line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }

    private JsonNode value(JsonParser parser, @Nullable JsonToken token) throws UnreadableException {
        limits.node();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null, default -> throw new UnreadableException("the body is empty or ends too soon");
        };
    }

    private static JsonNode whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private JsonNode object(JsonParser parser) throws UnreadableException {
        var object = NODES.objectNode();
        for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            var name = parser.currentName();
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private JsonNode array(JsonParser parser) throws UnreadableException {
        var array = NODES.arrayNode();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
            Limits.elements(array.size());
        }
        return array;
    }
}
