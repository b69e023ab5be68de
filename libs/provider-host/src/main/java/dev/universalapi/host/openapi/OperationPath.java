package dev.universalapi.host.openapi;

import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.PageReader;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One operation as a path of OpenAPI.
final class OperationPath {
    private static final String REF = "$ref";
    private static final List<String> PROBLEMS = List.of("400", "401", "404", "422", "429", "500", "502", "503", "504");

    private OperationPath() {}

    static ObjectNode of(OperationType type) {
        var item = JsonNodeFactory.instance.objectNode();
        switch (type.kind()) {
            case QUERY -> {
                byAddress(item.putObject("get"), type);
                byBody(item.putObject("post"), type, "ByBody");
            }
            case COMMAND -> byBody(item.putObject("post"), type, "");
        }
        return item;
    }

    private static void byAddress(ObjectNode get, OperationType type) {
        var parameters = begin(get, type, "");
        var query = type.schemas().query();
        query.path("properties").forEachEntry((name, schema) -> {
            var required = query.path("required")
                    .valueStream()
                    .anyMatch(r -> r.asString().equals(name));
            parameters.add(parameter(name, schema.deepCopy().asObject(), required));
        });
        cursor(parameters, type);
        end(get, type, parameters, List.of("dryRun", "route", "timeout"));
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

    private static void byBody(ObjectNode post, OperationType type, String suffix) {
        var parameters = begin(post, type, suffix);
        if (type.kind() == Kind.QUERY) {
            cursor(parameters, type);
        }
        var schema = type.schemas().query();
        schema.remove("$schema");
        var body = post.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/json").set("schema", schema);
        end(
                post,
                type,
                parameters,
                switch (type.kind()) {
                    case QUERY -> List.of("dryRun", "route", "timeout");
                    case COMMAND -> List.of("idempotencyKey", "dryRun", "route", "timeout");
                });
    }

    private static ArrayNode begin(ObjectNode method, OperationType type, String suffix) {
        method.putArray("tags").add(type.category());
        method.put("summary", type.summary());
        var about = type.about();
        if (about != null) {
            method.put("description", about);
        }
        method.put("operationId", operationId(type) + suffix);
        return method.putArray("parameters");
    }

    private static void end(ObjectNode method, OperationType type, ArrayNode parameters, List<String> others) {
        for (var other : others) {
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
    }
}
