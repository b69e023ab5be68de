package dev.universalapi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.testkit.store.TenantTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
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

        assertThat(operations(document).keySet())
                .containsExactlyInAnyOrderElementsOf(handlers().keySet());
    }

    @TestFactory
    Stream<DynamicTest> isDescribedWithEveryParameter() throws IOException {
        var documented = operations(description());
        return handlers().entrySet().stream()
                .map(handler -> DynamicTest.dynamicTest(
                        handler.getKey(),
                        () -> assertThat(documented.get(handler.getKey()))
                                .containsExactlyInAnyOrderElementsOf(
                                        parameters(handler.getKey(), handler.getValue()))));
    }

    // those that are told one by one, or, where all are read at once, those that exist when another is refused
    private List<String> parameters(String operation, HandlerMethod method) throws Exception {
        var told = Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(PathVariable.class))
                .toList();
        if (told.stream().noneMatch(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))) {
            return told.stream()
                    .map(parameter -> {
                        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                        return String.valueOf(parameter.getParameterName());
                    })
                    .toList();
        }
        var problem = json(to(operation.substring("get ".length()) + "?unheard-of=1"), 400);
        var all = problem.at("/errors/0/detail").asString().replaceFirst(".*; there are ", "");
        return List.of(all.split(", "));
    }

    // what is described, with the names of its parameters: `get /api/analytics/usage`
    private static Map<String, List<String>> operations(JsonNode document) {
        var operations = new HashMap<String, List<String>>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> operations.put(
                        method + " " + path,
                        operation
                                .path("parameters")
                                .valueStream()
                                .map(parameter -> parameter.has("$ref")
                                        ? document.at(parameter
                                                .path("$ref")
                                                .asString()
                                                .substring(1))
                                        : parameter)
                                .map(parameter -> parameter.path("name").asString())
                                .toList())));
        return operations;
    }

    private Map<String, HandlerMethod> handlers() {
        var handlers = new HashMap<String, HandlerMethod>();
        routes.getHandlerMethods().forEach((route, method) -> {
            for (var path : route.getPatternValues()) {
                if (path.startsWith("/api/")) {
                    route.getMethodsCondition()
                            .getMethods()
                            .forEach(verb -> handlers.put(verb.name().toLowerCase(Locale.ROOT) + " " + path, method));
                }
            }
        });
        return handlers;
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
