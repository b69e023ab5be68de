package dev.universalapi.bench.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class RouteTests {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void readsWhatAnOperationWants() {
        var routes = Route.all(YAML.readTree("""
                paths:
                  /api/audit:
                    parameters: []
                    get: { security: [ { key: [ "audit:read" ] }, { key: [ "operator:read" ] } ] }
                    delete: { security: [ { key: [ "operator:write" ] } ] }
                  /api/catalogue:
                    get: { security: [ { key: [] } ] }
                """));

        assertThat(routes)
                .containsExactly(
                        new Route("GET", "/api/audit", true, List.of("audit:read", "operator:read")),
                        new Route("DELETE", "/api/audit", true, List.of("operator:write")),
                        new Route("GET", "/api/catalogue", true, List.of()));
        assertThat(routes).extracting(Route::isOperators).containsExactly(false, true, false);
    }

    @Test
    void anOperationThatSaysNothingHasBeenForgotten() {
        var routes = Route.all(YAML.readTree("""
                security: [ { key: [] } ]
                paths:
                  /api/forgotten:
                    get: {}
                """));

        assertThat(routes).extracting(Route::isSecured).containsExactly(false);
    }
}
