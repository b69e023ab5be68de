package dev.universalapi.search.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.universalapi.host.openapi.OpenApi;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SearchSchemasTests {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SCHEMAS = SearchSchemas.all();
    private static final JsonNode FRAME = new YAMLMapper().readTree(OpenApi.class.getResourceAsStream("frame.yml"));

    @TestFactory
    Stream<DynamicTest> examplesAreOfTheirSchemas() {
        return SearchSchemas.examples()
                .propertyStream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(schema(example.getKey()).validate(example.getValue()))
                                .isEmpty()));
    }

    @Test
    void anExampleOfAnEventIsOfNoOther() {
        var event = schema("SearchEvent");

        SearchSchemas.examples()
                .propertyStream()
                .filter(example -> example.getKey().startsWith("SearchEvent"))
                .forEach(example -> assertThat(event.validate(example.getValue()))
                        .as(example.getKey())
                        .isEmpty());
    }

    @Test
    void whatIsMissingIsMissed() {
        var remove = JSON.readTree("{\"event\": \"remove\", \"id\": \"x.1\", \"data\": {}}");

        assertThat(schema("SearchEventRemove").validate(remove)).isNotEmpty();
        assertThat(SCHEMAS.at("/SearchMeta/required").valueStream().map(JsonNode::asString))
                .contains("coverage", "understanding", "merging");
        assertThat(SCHEMAS.at("/FoundFact/properties/at/type")).hasToString("[\"string\",\"null\"]");
        assertThat(SCHEMAS.at("/SearchMeta/properties/merging/description").asString())
                .startsWith("of the results, by `meaning`");
    }

    private static Schema schema(String name) {
        var document = JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
        var schemas = document.putObject("components").putObject("schemas");
        FRAME.at("/components/schemas").forEachEntry(schemas::set);
        SCHEMAS.forEachEntry(schemas::set);
        return REGISTRY.getSchema(document);
    }
}
