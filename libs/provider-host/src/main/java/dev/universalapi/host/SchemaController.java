package dev.universalapi.host;

import dev.universalapi.host.operation.HostedOperations;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Shows the contract of an operation as one JSON Schema: an object of a query and its answer.
@RestController
final class SchemaController {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final HostedOperations operations;

    SchemaController(HostedOperations operations) {
        this.operations = operations;
    }

    @GetMapping(path = "/api/schemas/{category}/{operation}", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode schema(@PathVariable String category, @PathVariable String operation) {
        var type = operations.get(category, operation);
        var schema = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", DIALECT)
                .put("$id", "/api/schemas/" + type.path())
                .put("title", type.summary())
                .put("type", "object");
        var parts = schema.putObject("properties");
        parts.set("query", part(type.schemas().query()));
        parts.set("answer", part(type.schemas().answer()));
        schema.putArray("required").add("query").add("answer");
        return schema;
    }

    private static ObjectNode part(ObjectNode schema) {
        schema.remove("$schema");
        return schema;
    }
}
