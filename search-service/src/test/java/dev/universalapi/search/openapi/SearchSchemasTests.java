package dev.universalapi.search.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchSchemasTests {
    private static final JsonNode SCHEMAS = SearchSchemas.all();

    @TestFactory
    Stream<DynamicTest> examplesAreOfTheirSchemas() {
        return SearchSchemas.examples()
                .propertyStream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(SearchSchemas.wrong(example.getKey(), example.getValue()))
                                .isEmpty()));
    }

    @Test
    void anExampleOfAnEventIsOfNoOther() {
        var events = SearchSchemas.examples()
                .propertyStream()
                .filter(example -> example.getKey().startsWith("SearchEvent"))
                .toList();

        assertThat(events)
                .hasSize(8)
                .allSatisfy(example -> assertThat(SearchSchemas.wrong("SearchEvent", example.getValue()))
                        .as(example.getKey())
                        .isEmpty());
    }

    @Test
    void whatIsMissingIsMissed() {
        var remove = new JsonMapper().readTree("{\"event\": \"remove\", \"id\": \"x.1\", \"data\": {}}");

        assertThat(SearchSchemas.wrong("SearchEventRemove", remove)).isNotEmpty();
        assertThat(SCHEMAS.at("/SearchMeta/required").valueStream().map(JsonNode::asString))
                .contains("coverage", "understanding", "merging");
        assertThat(SCHEMAS.at("/FoundFact/properties/at/type")).hasToString("[\"string\",\"null\"]");
        assertThat(SCHEMAS.at("/SearchMeta/properties/merging/description").asString())
                .startsWith("of the results, by `meaning`");
    }
}
