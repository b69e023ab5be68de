package dev.universalapi.gateway.identity.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.security.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.yaml.snakeyaml.Yaml;

class DoorsTests {
    private static final Door READ = new Door.Guarded(List.of(Scope.of("keys:read")));
    private static final Door WRITE = new Door.Guarded(List.of(Scope.of("keys:write"), Scope.of("operator:write")));

    private final Doors doors = Doors.of(List.of(
            "# method, path, scope",
            "",
            "GET\t/api/keys\tkeys:read",
            "POST\t/api/keys\tkeys:write,operator:write",
            "GET\t/api/keys/{id}\tkeys:read",
            "POST\t/api/keys/{id}/rotate\tkeys:write,operator:write",
            "GET\t/api/keys/mine/{what}\tkeys:read",
            "GET\t/api/catalogue\t-"));

    @Test
    void opensForTheScopeOfTheLine() {
        assertThat(at("GET", "/api/keys")).isEqualTo(READ);
        assertThat(at("HEAD", "/api/keys")).isEqualTo(READ);
        assertThat(at("POST", "/api/keys")).isEqualTo(WRITE);
        assertThat(at("GET", "/api/keys/key_1")).isEqualTo(READ);
        assertThat(at("POST", "/api/keys/key_1/rotate")).isEqualTo(WRITE);
        assertThat(at("GET", "/api/catalogue")).isEqualTo(new Door.Open());
    }

    @Test
    void aNameGoesBeforeAVariableAndBackWhereItLeadsNowhere() {
        assertThat(at("GET", "/api/keys/mine/all")).isEqualTo(READ);
        assertThat(at("POST", "/api/keys/mine/rotate"))
                .isEqualTo(new Door.Elsewhere(Set.of(HttpMethod.GET, HttpMethod.HEAD)));
        assertThat(at("GET", "/api/keys/mine")).isEqualTo(READ);
    }

    @Test
    void saysWhichMethodsThereAre() {
        assertThat(at("DELETE", "/api/keys"))
                .isEqualTo(new Door.Elsewhere(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)));
        assertThat(at("GET", "/api/keys/key_1/rotate")).isEqualTo(new Door.Elsewhere(Set.of(HttpMethod.POST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/keys/",
                "/api//keys",
                "//api/keys",
                "/api/keys//rotate",
                "/api/keys/.",
                "/api/keys/..",
                "/api/keys/%2e%2e",
                "/api/keys/..;x=1",
                "/api/keys/a%2fb",
                "/api/keys/a%5Cb",
                "/api/keys/key_1/rotate/now",
                "/API/keys",
                "/api/nothing"
            })
    void whatIsInNoLineIsNoDoor(String path) {
        assertThat(at("GET", path)).isEqualTo(new Door.None());
    }

    @ParameterizedTest
    @CsvSource({"/api/%6Beys", "/api/keys;a=b"})
    void readsAPathAsServicesDo(String path) {
        assertThat(at("GET", path)).isEqualTo(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/keys keys:read",
                "GET\t/api/keys",
                "GET\tapi/keys\tkeys:read",
                "GET\t/api/keys\tkeys",
                "GET\t/api/keys\t",
                "GET\t/api/keys\tkeys:read,"
            })
    void doesNotStartWithALineThatIsNone(String line) {
        assertThatThrownBy(() -> Doors.of(List.of(line))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotStartWithTwoLinesForOneDoor() {
        assertThatThrownBy(() -> Doors.of(List.of("GET\t/a/{b}\tkeys:read", "GET\t/a/{c}\t-")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyOperationThatIsPublishedHasADoor() throws IOException {
        var shipped = Doors.of(
                Files.readAllLines(Path.of("src/main/resources/dev/universalapi/gateway/identity/scopes.tsv")));

        var operations = published();

        assertThat(operations).isNotEmpty().allSatisfy((path, methods) -> {
            for (var method : methods) {
                assertThat(shipped.at(method, PathContainer.parsePath(path)))
                        .isInstanceOfAny(Door.Guarded.class, Door.Open.class);
            }
        });
    }

    private static Map<String, List<HttpMethod>> published() throws IOException {
        try (var file = Files.newBufferedReader(Path.of("../sdk/openapi.yml"))) {
            Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(file);
            return Objects.requireNonNull(document.get("paths")).entrySet().stream()
                    .collect(Collectors.toMap(
                            path -> path.getKey().replaceAll("[{}]", ""),
                            path -> path.getValue().keySet().stream()
                                    .map(method -> HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
                                    .toList()));
        }
    }

    private Door at(String method, String path) {
        return doors.at(HttpMethod.valueOf(method), PathContainer.parsePath(path));
    }
}
