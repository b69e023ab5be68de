package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.auth.permission.Needs;
import dev.universalapi.testkit.store.TenantTables;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class EveryRouteTests extends AuthTests {
    /// Those of platform are described by the service that has them first.
    private static final String OURS = "dev.universalapi.auth.";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @TestFactory
    Stream<DynamicTest> isShutWithoutAToken() {
        return handlers().keySet().stream()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    var problem =
                            json(anonymousTo(path(route)).method(verb(route), BodyPublishers.ofString("{}")), 401);

                    assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/internal-token-required");
                }));
    }

    @TestFactory
    Stream<DynamicTest> isShutWithoutItsScope() {
        return handlers().entrySet().stream()
                .map(handler -> DynamicTest.dynamicTest(handler.getKey(), () -> {
                    var route = handler.getKey();
                    var isOfTenants =
                            String.valueOf(needs(handler.getValue())[0]).matches("(?!operator|internal).*");
                    var problem = json(
                            as("org_stranger", path(route), isOfTenants ? "weather:read" : "*:*")
                                    .header("Content-Type", "application/json")
                                    .method(verb(route), BodyPublishers.ofString("{}")),
                            403);

                    assertThat(problem.path("type").asString())
                            .isIn("/docs/problems/scope-missing", "/docs/problems/forbidden");
                }));
    }

    @TestFactory
    Stream<DynamicTest> saysWhatItNeeds() {
        return handlers().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(
                        route.getKey(),
                        () -> assertThat(route.getValue().getMethodAnnotation(Needs.class))
                                .isNotNull()));
    }

    /// Writes this service's part of the OpenAPI document, `target/openapi/auth-service.json`.
    @Test
    void isDescribed() throws IOException {
        var document = description();
        var file = Path.of("target", "openapi", "auth-service.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, document.toPrettyString() + "\n");

        assertThat(operations(document).keySet()).containsExactlyInAnyOrderElementsOf(open().keySet());
    }

    @TestFactory
    Stream<DynamicTest> isDescribedWithEveryParameterAndScope() throws IOException {
        var document = description();
        var documented = operations(document);
        return open().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    var operation = Objects.requireNonNull(documented.get(route.getKey()));

                    assertThat(parameters(document, operation))
                            .containsExactlyInAnyOrderElementsOf(parameters(route.getKey(), route.getValue()));
                    assertThat(operation
                                    .at("/security/0/key")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toArray())
                            .isEqualTo(needs(route.getValue()));
                }));
    }

    @Test
    void everyTableIsSecuredOrExplained() {
        var without = new HashMap<>(Map.of(
                "switch",
                "What is switched off for everybody belongs to no organisation.",
                "outbox_cursor",
                "How far the relay is, over all organisations."));
        Stream.concat(Stream.of("received"), IntStream.range(0, 8).mapToObj(number -> "received_" + number))
                .forEach(
                        name -> without.put(name, "Which events were handled; a consumer hears of all organisations."));

        TenantTables.areSecured(DATABASE, without);
    }

    private static Object[] needs(HandlerMethod method) {
        return Optional.ofNullable(method.getMethodAnnotation(Needs.class))
                .map(Needs::value)
                .orElseThrow();
    }

    // those that are told one by one, or, where all are read at once, those that exist when another is refused
    private List<String> parameters(String route, HandlerMethod method) throws Exception {
        var told = Stream.of(method.getMethodParameters())
                .flatMap(parameter -> {
                    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                    var header = parameter.getParameterAnnotation(RequestHeader.class);
                    if (header != null) {
                        return Stream.of(header.name());
                    }
                    return parameter.hasParameterAnnotation(RequestParam.class)
                                    || parameter.hasParameterAnnotation(PathVariable.class)
                            ? Stream.of(String.valueOf(parameter.getParameterName()))
                            : Stream.empty();
                })
                .toList();
        if (!told.contains("sent")) {
            return told;
        }
        var needed = String.valueOf(needs(method)[0]);
        var problem = json(as("org_curious", path(route) + "?unheard-of=1", needed), 400);
        var all = problem.at("/errors/0/detail").asString().replaceFirst(".*; there are ", "");
        return List.of(all.split(", "));
    }

    private static List<String> parameters(JsonNode document, JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asString().substring(1))
                        : parameter)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private static Map<String, JsonNode> operations(JsonNode document) {
        var operations = new HashMap<String, JsonNode>();
        document.path("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }

    private Map<String, HandlerMethod> open() {
        var open = handlers();
        open.keySet().removeIf(route -> !route.contains(" /api/"));
        return open;
    }

    private Map<String, HandlerMethod> handlers() {
        var handlers = new HashMap<String, HandlerMethod>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.getBeanType().getName().startsWith(OURS)) {
                for (var path : route.getPatternValues()) {
                    route.getMethodsCondition()
                            .getMethods()
                            .forEach(verb -> handlers.put(verb.name().toLowerCase(Locale.ROOT) + " " + path, method));
                }
            }
        });
        return handlers;
    }

    private static String verb(String route) {
        return route.substring(0, route.indexOf(' ')).toUpperCase(Locale.ROOT);
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "x");
    }

    private static JsonNode description() throws IOException {
        try (var file = EveryRouteTests.class.getResourceAsStream("/openapi.yml")) {
            return JSON.valueToTree(new Load(LoadSettings.builder()
                            .setMaxAliasesForCollections(1_000)
                            .build())
                    .loadFromInputStream(file));
        }
    }
}
