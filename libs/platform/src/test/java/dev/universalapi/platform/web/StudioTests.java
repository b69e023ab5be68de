package dev.universalapi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to a running [Studio] over a real socket.
@SpringBootTest(
        classes = Studio.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=studio",
            "spring.cloud.config.enabled=false",
            "management.server.port=0",
            "universal.web.max-body=4KB"
        })
@ExtendWith(OutputCaptureExtension.class)
abstract class StudioTests {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    Studio studio;

    @Autowired
    Studio.Keys keys;

    @Autowired
    Environment environment;

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    HttpRequest.Builder to(String path) {
        return anonymousTo(path).header(InternalToken.HEADER, keys.token());
    }

    HttpRequest.Builder anonymousTo(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
    }

    HttpRequest.Builder post(String path, String type, String body) {
        return to(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> management(String path, Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:%s%s".formatted(environment.getRequiredProperty("local.management.port"), path)));
        headers.forEach(request::header);
        return send(request);
    }

    static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(answer.headers().firstValue(RequestId.HEADER))
                .contains(problem.path("requestId").asString());
        return problem;
    }
}
