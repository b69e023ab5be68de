package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EveryRouteTests extends SearchTests {

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

    @Test
    void thereAreRoutes() {
        assertThat(paths()).contains("/api/x/x", "/api/catalogue", "/api/requests/x/explain", "/api/schemas/x/x");
    }

    private Stream<String> paths() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"))
                .distinct();
    }
}
