package dev.universalapi.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The routes of production, where search and lookup run apart.
class SearchApartIntegrationTests {
    private static final Path ROUTES = Path.of("../k8s/overlays/production/routes.yml");

    private static Upstream before;
    private static Upstream search;
    private static Upstream lookup;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        before = new Upstream("search-service");
        search = new Upstream("search");
        lookup = new Upstream("lookup");
        var told = Files.readAllLines(ROUTES).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("- --"))
                .map(line -> line.substring(2))
                .toArray(String[]::new);
        gateway = new RunningGateway(
                Map.of(
                        "search-service", List.of(before.uri()),
                        "search", List.of(search.uri()),
                        "lookup", List.of(lookup.uri())),
                told);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        lookup.close();
        search.close();
        before.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/weather/current, lookup",
        "/api/catalogue, lookup",
        "/api/requests/abc/explain, lookup",
        "/api/searchx, lookup",
        "/api/search/universal, search",
        "/api/search/suggest?q=x, search"
    })
    void everyPathIsAnsweredByItsService(String path, String service) throws Exception {
        assertThat(gateway.get(path).headers().firstValue("X-Upstream")).hasValue(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/providers/weather/current", "/internal/x"})
    void nothingInternalIsReached(String path) throws Exception {
        assertThat(gateway.get(path).statusCode()).isEqualTo(404);
    }
}
