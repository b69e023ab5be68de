package dev.universalapi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the edge answers itself is in the OpenAPI document like everything else.
class LimitsDescriptionTests {
    private static final Map<String, Class<? extends Record>> SCHEMAS = Map.of(
            "LimitsAnswer", LimitsPage.Answer.class,
            "LimitsTold", LimitsPage.Told.class,
            "LimitsRate", LimitsPage.TheRate.class,
            "LimitsQuota", LimitsPage.TheQuota.class,
            "LimitsPlace", LimitsPage.Place.class);

    private static JsonNode document() throws IOException {
        try (var file = LimitsDescriptionTests.class.getResourceAsStream("/openapi/gateway.json")) {
            return new JsonMapper().readTree(file);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRecordHasTheMembersOfItsSchema() throws IOException {
        var schemas = document().at("/components/schemas");
        return SCHEMAS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(Arrays.stream(entry.getValue().getRecordComponents())
                                        .map(component -> {
                                            var named = component.getAccessor().getAnnotation(JsonProperty.class);
                                            return named == null ? component.getName() : named.value();
                                        }))
                                .containsExactlyInAnyOrderElementsOf(schemas.path(entry.getKey())
                                        .path("properties")
                                        .propertyNames())));
    }

    /// Writes the edge's part of the OpenAPI document, `target/openapi/gateway.json`.
    @Test
    void isDescribed() throws IOException {
        var file = Path.of("target", "openapi", "gateway.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, document().toPrettyString() + "\n");

        assertThat(document().at("/paths").propertyNames()).containsExactly("/api/info", "/api/limits");
    }
}
