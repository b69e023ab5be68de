package dev.universalapi.host.openapi;

import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.host.coordinate.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI 3.1 document of a host: its operations from their schemas, its other controllers as springdoc sees them.
/// Built by tests, so that production pays nothing for it.
public final class OpenApi {
    private static final String FRAME = "frame.yml";
    private static final String GENERIC = "/api/{category}/{operation}";
    /// What parts of the suite ask each other.
    private static final String OURS = "/internal/";

    private OpenApi() {}

    /// The whole document.
    ///
    /// @param controllers what springdoc says of the same host
    /// @param places which of the operations take the name of a place
    public static ObjectNode describe(JsonNode controllers, List<OperationType> operations, Places places) {
        var document = frame();
        var known = document.withObject("/paths").deepCopy();
        var paths = document.putObject("paths");
        var schemas = document.withObject("/components/schemas");
        for (var type : operations) {
            paths.set("/api/" + type.path(), OperationPath.of(type, places.coordinates(type)));
            schemas.set(OperationPath.answerName(type), OperationPath.answer(type));
        }
        controllers.path("paths").forEachEntry((path, item) -> {
            if (!path.equals(GENERIC) && !path.startsWith(OURS)) {
                paths.set(path, described(item.deepCopy().asObject(), known.path(path)));
            }
        });
        controllers.path("components").path("schemas").forEachEntry((name, schema) -> {
            if (!schemas.has(name)) {
                schemas.set(name, schema);
            }
        });
        return document;
    }

    private static ObjectNode described(ObjectNode item, JsonNode known) {
        item.forEachEntry((method, operation) -> {
            OperationPath.problems(operation.withObject("/responses"), List.of("401", "403", "404", "500"));
            known.path(method)
                    .forEachEntry((name, value) -> operation.asObject().set(name, value));
        });
        return item;
    }

    // Jackson's own reader of YAML takes an alias for the text of its name
    private static ObjectNode frame() {
        try (var frame = OpenApi.class.getResourceAsStream(FRAME)) {
            var read = new Load(LoadSettings.builder().build()).loadFromInputStream(frame);
            return new JsonMapper().<JsonNode>valueToTree(read).asObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
