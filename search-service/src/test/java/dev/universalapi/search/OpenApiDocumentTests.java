package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.operation.Binding;
import dev.universalapi.host.coordinate.Places;
import dev.universalapi.host.openapi.OpenApi;
import dev.universalapi.host.operation.HostedOperations;
import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.web.Deadline;
import dev.universalapi.search.openapi.SearchSchemas;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Writes this service's part of the OpenAPI document, `target/openapi/search-service.json`.
class OpenApiDocumentTests extends SearchTests {

    @Autowired
    HostedOperations operations;

    @Autowired
    Places places;

    @BeforeAll
    static void ignoreWhatFiltersFindOut() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Deadline.class, RequestId.class);
        // a body that is read by hand is told by hand
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
        // what it answers is told by the schemas of operations
        SpringDocUtils.getConfig().addHiddenRestControllers("dev.universalapi.host.LookupController");
    }

    @Test
    void describesEveryOperationAndController() throws Exception {
        var document = OpenApi.describe(json(to("/v3/api-docs"), 200), operations.all(), places);
        SearchSchemas.all().forEachEntry(document.withObject("/components/schemas")::set);
        var file = Path.of("target", "openapi", "search-service.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, document.toPrettyString() + "\n");

        assertThat(document.path("paths").propertyNames())
                .contains("/api/weather/current", "/api/catalogue", "/api/requests/{id}/explain")
                .contains("/api/search/universal", "/api/search/quick", "/api/search/stream")
                .doesNotContain("/api/{category}/{operation}");
        assertThat(document.toString()).doesNotContain("Caller", "JsonNode", "\"$defs\"");
        assertThat(document.findValuesAsString("$ref"))
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }

    @Test
    void itsExamplesAreValid() {
        for (var operation : operations.all()) {
            var parameters = new LinkedHashMap<String, List<String>>();
            operation.schemas().query().path("properties").forEachEntry((name, schema) -> {
                if (schema.has("examples")) {
                    parameters.put(name, List.of(schema.path("examples").path(0).asString()));
                }
            });

            var bound = operation.bind(parameters);

            assertThat(bound).as(operation.path()).isInstanceOf(Binding.Bound.class);
        }
    }
}
