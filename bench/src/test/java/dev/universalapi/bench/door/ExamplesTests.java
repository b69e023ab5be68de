package dev.universalapi.bench.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ExamplesTests {
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void fillsEachPartByTheWordBeforeIt() {
        var examples = Examples.with(Map.of("keys/{id}", "key_1", "projects/{id}", "prj_1"));

        var path = examples.path("/api/projects/{id}/keys/{id}/rotate");
        var schema = examples.path("/api/schemas/{category}/{operation}");

        assertThat(path).contains("/api/projects/prj_1/keys/key_1/rotate");
        assertThat(schema).contains("/api/schemas/weather/current");
    }

    @Test
    void hasNoPathForAPartThatItDoesNotKnow() {
        assertThat(Examples.MISSING.path("/api/teapots/{id}")).isEmpty();
    }

    @Test
    void knowsEveryPathOfTheDocument() {
        var routes = Route.all(YAML.readTree(Path.of("../sdk/openapi.yml").toFile()));

        assertThat(routes)
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(Examples.MISSING.path(route.template())).isPresent());
    }

    @Test
    void knowsWhatBelongsToAnOrganisation() {
        assertThat(Examples.isOwned(route("/api/keys/{id}/rotate", "keys:write")))
                .isTrue();
        assertThat(Examples.isOwned(route("/api/keys", "keys:read"))).isFalse();
        assertThat(Examples.isOwned(route("/api/catalogue/providers/{id}", "weather:read")))
                .isFalse();
        assertThat(Examples.isOwned(route("/api/admin/organisations/{id}", "operator:read")))
                .isFalse();
    }

    private static Route route(String template, String scope) {
        return new Route("POST", template, true, List.of(scope));
    }
}
