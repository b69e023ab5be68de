package dev.universalapi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.testkit.store.TenantTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class EveryRouteTests extends AnalyticsTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @TestFactory
    Stream<DynamicTest> isShutWithoutAToken() {
        return paths().map(path -> DynamicTest.dynamicTest(path, () -> {
            var problem = json(anonymousTo(path), 401);

            assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/internal-token-required");
        }));
    }

    /// Writes this service's part of the OpenAPI document, `target/openapi/analytics-service.json`.
    @Test
    void isDescribed() throws IOException {
        var document = description();
        var file = Path.of("target", "openapi", "analytics-service.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, document.toPrettyString() + "\n");

        assertThat(document.path("paths").propertyNames().stream().map(EveryRouteTests::plain))
                .containsExactlyInAnyOrderElementsOf(
                        paths().filter(path -> path.startsWith("/api/")).toList());
    }

    @Test
    void everyTableIsSecuredOrExplained() {
        var without = new HashMap<>(Map.of(
                "producer",
                "Which numbers of a process were counted; a process tells of the usage of all organisations.",
                "outbox_cursor",
                "How far the relay is, over all organisations."));
        Stream.concat(Stream.of("received"), IntStream.range(0, 8).mapToObj(number -> "received_" + number))
                .forEach(
                        name -> without.put(name, "Which events were handled; a consumer hears of all organisations."));

        TenantTables.areSecured(DATABASE, without);
    }

    private static JsonNode description() throws IOException {
        try (var file = EveryRouteTests.class.getResourceAsStream("/openapi.yml")) {
            return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(file));
        }
    }

    private Stream<String> paths() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .map(EveryRouteTests::plain)
                .distinct();
    }

    private static String plain(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "x");
    }
}
