package dev.universalapi.bench.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Asks a running part of the suite over HTTP, as a user would.
public final class Caller implements AutoCloseable, Load.Door {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI home;
    private final Map<String, String> always;

    /// @param home everything is asked below it
    /// @param always headers of every request
    public Caller(URI home, Map<String, String> always) {
        this.home = home;
        this.always = Map.copyOf(always);
    }

    /// What came back.
    ///
    /// @param body missing when it is no JSON
    /// @param millis from the first byte out to the last byte in
    public record Answer(int status, HttpHeaders headers, JsonNode body, String text, long millis) {
        /// The value at a JSON pointer, as text; empty when absent.
        public String at(String pointer) {
            return body.at(pointer).asString("");
        }

        @Override
        public String toString() {
            return status + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
        }
    }

    @Override
    public Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer put(String path, String json) throws IOException, InterruptedException {
        return send(request(path, "Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /// Any method.
    ///
    /// @param json the body; empty for none
    public Answer ask(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        return send(bodied(method, path, json, headers));
    }

    /// The status alone, as soon as it is known: what follows may never end.
    ///
    /// @param json the body; empty for none
    public int status(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        var request = bodied(method, path, json, headers).build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        try (var _ = response.body()) {
            return response.statusCode();
        }
    }

    private HttpRequest.Builder bodied(String method, String path, String json, String... headers) {
        var request = request(path, headers);
        if (json.isEmpty()) {
            return request.method(method, BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(home + path)).timeout(PATIENCE);
        always.forEach(request::header);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var response = http.send(request.build(), BodyHandlers.ofString());
        var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Answer(response.statusCode(), response.headers(), parsed(response.body()), response.body(), millis);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
