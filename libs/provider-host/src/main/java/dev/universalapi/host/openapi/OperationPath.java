package dev.universalapi.host.openapi;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.PageReader;
import dev.universalapi.host.coordinate.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One operation as a path of OpenAPI.
final class OperationPath {
    private static final String REF = "$ref";
    private static final List<String> PROBLEMS =
            List.of("400", "401", "403", "404", "422", "429", "500", "502", "503", "504");

    private OperationPath() {}

    /// @param at the components that the name of a place can stand for, where there are some
    static ObjectNode of(OperationType type, Optional<Coordinates> at) {
        var item = JsonNodeFactory.instance.objectNode();
        switch (type.kind()) {
            case QUERY -> {
                byAddress(item.putObject("get"), type, at);
                byBody(item.putObject("post"), type, at, "ByBody");
            }
            case COMMAND -> byBody(item.putObject("post"), type, at, "");
        }
        return item;
    }

    private static void byAddress(ObjectNode get, OperationType type, Optional<Coordinates> at) {
        var parameters = begin(get, type, "");
        var query = query(type, at);
        query.path("properties").forEachEntry((name, schema) -> {
            var required = query.path("required")
                    .valueStream()
                    .anyMatch(r -> r.asString().equals(name));
            parameters.add(parameter(name, schema.deepCopy().asObject(), required));
        });
        cursor(parameters, type);
        end(get, type, parameters, List.of());
    }

    private static void cursor(ArrayNode parameters, OperationType type) {
        if (PageReader.pages(type)) {
            parameters.add(parameter(
                    Cursors.PARAMETER,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("type", "string")
                            .put("maxLength", Cursors.LONGEST)
                            .put("description", "`meta.next` of the page before, with the same parameters"),
                    false));
        }
    }

    private static void byBody(ObjectNode post, OperationType type, Optional<Coordinates> at, String suffix) {
        var parameters = begin(post, type, suffix);
        if (type.kind() == Kind.QUERY) {
            cursor(parameters, type);
        }
        var schema = query(type, at);
        schema.remove("$schema");
        at.ifPresent(names -> either(schema, type, names));
        var body = post.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").set("schema", schema);
        end(
                post,
                type,
                parameters,
                switch (type.kind()) {
                    case QUERY -> List.of();
                    case COMMAND -> List.of("idempotencyKey");
                });
    }

    // coordinates may be left out where a place is named
    private static ObjectNode query(OperationType type, Optional<Coordinates> at) {
        var query = type.schemas().query();
        at.ifPresent(names -> {
            var required =
                    query.path("required").valueStream().map(JsonNode::asString).toList();
            var others = query.putArray("required");
            required.stream()
                    .filter(name -> !name.equals(names.latitude()) && !name.equals(names.longitude()))
                    .forEach(others::add);
            query.withObject("/properties")
                    .putObject(Coordinates.PLACE)
                    .put("type", "string")
                    .put("minLength", 1)
                    .put(
                            "description",
                            "the name of a place, in place of %s and %s; `meta.place` says what it was taken for"
                                    .formatted(names.latitude(), names.longitude()))
                    .putArray("examples")
                    .add("Lyon");
        });
        return query;
    }

    private static void either(ObjectNode schema, OperationType type, Coordinates names) {
        var required = type.schemas()
                .query()
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        if (required.contains(names.latitude()) && required.contains(names.longitude())) {
            var ways = schema.putArray("oneOf");
            ways.addObject().putArray("required").add(names.latitude()).add(names.longitude());
            ways.addObject().putArray("required").add(Coordinates.PLACE);
        }
    }

    /// What a key needs to ask: to change something outside is more than to read.
    private static String scope(OperationType type) {
        return type.category()
                + switch (type.kind()) {
                    case QUERY -> ":read";
                    case COMMAND -> ":write";
                };
    }

    private static ArrayNode begin(ObjectNode method, OperationType type, String suffix) {
        method.putArray("tags").add(type.category());
        method.put("summary", type.summary());
        var about = type.about();
        if (about != null) {
            method.put("description", about);
        }
        method.put("operationId", operationId(type) + suffix);
        method.putArray("security").addObject().putArray("key").add(scope(type));
        return method.putArray("parameters");
    }

    private static void end(ObjectNode method, OperationType type, ArrayNode parameters, List<String> others) {
        var shared = new ArrayList<>(others);
        if (type.form() == Form.RECORD) {
            shared.addAll(List.of("fields", "raw"));
        }
        shared.addAll(List.of("dryRun", "route", "timeout"));
        for (var other : shared) {
            parameters.addObject().put(REF, "#/components/parameters/" + other);
        }
        var responses = method.putObject("responses");
        responses.set("200", answered(type));
        problems(responses, PROBLEMS);
        if (type.kind() == Kind.COMMAND) {
            problems(responses, List.of("409"));
        }
    }

    static ObjectNode answer(OperationType type) {
        var schema = type.schemas().answer();
        schema.remove("$schema");
        return schema;
    }

    static String answerName(OperationType type) {
        return type.queryType().getSimpleName() + "Answer";
    }

    static void problems(ObjectNode responses, List<String> statuses) {
        for (var status : statuses) {
            responses.putObject(status).put(REF, "#/components/responses/Problem");
        }
    }

    private static String operationId(OperationType type) {
        var name = type.queryType().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static ObjectNode parameter(String name, ObjectNode schema, boolean required) {
        var parameter = JsonNodeFactory.instance.objectNode().put("name", name).put("in", "query");
        JsonNode description = schema.remove("description");
        if (description != null) {
            parameter.set("description", description);
        }
        parameter.put("required", required);
        var examples = schema.remove("examples");
        parameter.set("schema", schema);
        if (examples != null) {
            parameter.set("example", examples.path(0));
        }
        return parameter;
    }

    private static ObjectNode answered(OperationType type) {
        var response = JsonNodeFactory.instance.objectNode();
        response.put(
                "description",
                switch (type.form()) {
                    case RECORD -> "the answer of one provider";
                    case STREAM ->
                        "the answer of one provider, as it comes: an event `part` for each part, whose data is of the schema, "
                                + "then `done` with the meta of other answers, or `error` with a problem";
                    case BINARY -> "the answer of one provider: bytes of the content type, their meta in headers";
                });
        var headers = response.putObject("headers");
        headers.putObject("X-Request-Id").put(REF, "#/components/headers/requestId");
        var content = response.putObject("content");
        switch (type.form()) {
            case RECORD -> enveloped(content.putObject("application/json").putObject("schema"), type);
            case STREAM ->
                content.putObject("text/event-stream")
                        .putObject("schema")
                        .put(REF, "#/components/schemas/" + answerName(type));
            case BINARY -> {
                for (var name : List.of("X-Provider", "X-Mode", "X-Receipt", "X-Attempts", "X-Attribution")) {
                    headers.putObject(name).putObject("schema").put("type", "string");
                }
                content.putObject("*/*").putObject("schema").put(REF, "#/components/schemas/" + answerName(type));
            }
        }
        return response;
    }

    private static void enveloped(ObjectNode schema, OperationType type) {
        schema.put("type", "object");
        schema.putArray("required").add("data").add("meta");
        var properties = schema.putObject("properties");
        properties.putObject("data").put(REF, "#/components/schemas/" + answerName(type));
        properties.putObject("meta").put(REF, "#/components/schemas/Meta");
        properties.putObject("raw").put(REF, "#/components/schemas/Raw");
    }
}
