package dev.universalapi.host.openapi;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Cursors;
import dev.universalapi.engine.page.PageReader;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One operation as a path of OpenAPI.
final class OperationPath {
    private static final String REF = "$ref";
    private static final List<String> PROBLEMS = List.of("400", "401", "404", "422", "429", "500", "502", "503", "504");

    private OperationPath() {}

    static ObjectNode of(OperationType type) {
        var item = JsonNodeFactory.instance.objectNode();
        var get = item.putObject("get");
        get.putArray("tags").add(type.category());
        get.put("summary", type.summary());
        var about = type.about();
        if (about != null) {
            get.put("description", about);
        }
        get.put("operationId", operationId(type));
        var parameters = get.putArray("parameters");
        var query = type.schemas().query();
        query.path("properties").forEachEntry((name, schema) -> {
            var required = query.path("required")
                    .valueStream()
                    .anyMatch(r -> r.asString().equals(name));
            parameters.add(parameter(name, schema.deepCopy().asObject(), required));
        });
        if (PageReader.limit(type.query()).isPresent()) {
            parameters.add(parameter(
                    Cursors.PARAMETER,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("type", "string")
                            .put("maxLength", Cursors.LONGEST)
                            .put("description", "`meta.next` of the page before, with the same parameters"),
                    false));
        }
        for (var shared : List.of("dryRun", "route", "timeout")) {
            parameters.addObject().put(REF, "#/components/parameters/" + shared);
        }
        var responses = get.putObject("responses");
        responses.set("200", answered(type));
        problems(responses, PROBLEMS);
        return item;
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
        var response = JsonNodeFactory.instance.objectNode().put("description", "the answer of one provider");
        response.putObject("headers").putObject("X-Request-Id").put(REF, "#/components/headers/requestId");
        var schema = response.putObject("content").putObject("application/json").putObject("schema");
        schema.put("type", "object");
        schema.putArray("required").add("data").add("meta");
        var properties = schema.putObject("properties");
        properties.putObject("data").put(REF, "#/components/schemas/" + answerName(type));
        properties.putObject("meta").put(REF, "#/components/schemas/Meta");
        return response;
    }
}
