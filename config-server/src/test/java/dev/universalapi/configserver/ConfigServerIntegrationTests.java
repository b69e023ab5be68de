package dev.universalapi.configserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigServerIntegrationTests {

    private static final JsonMapper json = new JsonMapper();

    @TempDir
    static Path folder;

    private static Path overlay;
    private static ConfigurableApplicationContext server;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        overlay = Files.createDirectory(folder.resolve("été et hiver"));
        server = ConfigServerApplication.builder()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--eureka.client.enabled=false",
                        "--universal.config.overlay=" + overlay);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void clearOverlay() throws IOException {
        try (var files = Files.list(overlay)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void answersWithTheShippedSettings() throws Exception {
        HttpResponse<String> answer = settings("search-service");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(value(answer, "eureka.instance.lease-renewal-interval-in-seconds"))
                .isEqualTo("5");
        assertThat(answer.body()).contains("classpath:/config/search-service.yml");
    }

    @Test
    void theOverlayWinsOverTheShippedFilesEvenFromItsFileForAll() throws Exception {
        write("application.yml", "universal.gateway.route.avoid: 7s");

        assertThat(value(settings("gateway"), "universal.gateway.route.avoid")).isEqualTo("7s");
    }

    @Test
    void theOverlaysFileOfOneApplicationWinsOverItsFileForAll() throws Exception {
        write("application.yml", "universal.live.colour: red");
        write("search-service.yml", "universal.live.colour: green");

        assertThat(value(settings("search-service"), "universal.live.colour")).isEqualTo("green");
        assertThat(value(settings("gateway"), "universal.live.colour")).isEqualTo("red");
    }

    @Test
    void aChangedFileIsSeenAtTheNextRequest() throws Exception {
        write("search-service.yml", "universal.live.colour: red");
        assertThat(value(settings("search-service"), "universal.live.colour")).isEqualTo("red");

        write("search-service.yml", "universal.live.colour: blue");

        assertThat(value(settings("search-service"), "universal.live.colour")).isEqualTo("blue");
    }

    @Test
    void aBrokenFileFailsItsApplicationAloneAndIsNamed() throws Exception {
        write("search-service.yml", "universal:\n  live: [ 1\n  colour: red\n");

        HttpResponse<String> broken = settings("search-service");

        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(json.readTree(broken.body()).path("message").asString())
                .contains("search-service.yml", "clients keep their old ones", "line ")
                .doesNotContain("\n");
        assertThat(settings("gateway").statusCode()).isEqualTo(200);
    }

    @Test
    void aMendedFileIsReadAgain() throws Exception {
        write("application.yml", "a: b: c");
        assertThat(settings("gateway").statusCode()).isEqualTo(500);
        assertThat(health()).isEqualTo("WARNING");

        write("application.yml", "universal.live.colour: red");

        assertThat(value(settings("gateway"), "universal.live.colour")).isEqualTo("red");
        assertThat(health()).isEqualTo("UP");
    }

    @Test
    void itsOwnSettingsAreNotTheOnesItShips() {
        assertThat(server.getEnvironment().getPropertySources().stream().map(source -> source.getName()))
                .noneMatch(name -> name.contains("config/application.yml"));
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(overlay.resolve(name), text);
    }

    private HttpResponse<String> settings(String application) throws IOException, InterruptedException {
        return get("local.server.port", "/" + application + "/default");
    }

    private String health() throws IOException, InterruptedException {
        String body = get("local.management.port", "/actuator/health").body();
        return json.readTree(body).path("status").asString();
    }

    private HttpResponse<String> get(String port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty(port) + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", "application/json").build();
        return http.send(request, BodyHandlers.ofString());
    }

    /// As a client reads it: the first source that has the key wins.
    private static String value(HttpResponse<String> answer, String key) {
        for (JsonNode source : json.readTree(answer.body()).path("propertySources")) {
            if (source.path("source").has(key)) {
                return source.path("source").path(key).asString();
            }
        }
        return "";
    }
}
