package dev.universalapi.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.request.Incoming;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reading and writing over HTTP.
final class Wire {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    static final String REFUSED = "X-Sandbox-Refused";
    static final String SAMPLE = "X-Sandbox-Sample";
    private static final String CONTENT_TYPE = "content-type";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int LARGEST_REQUEST = 1 << 20;
    private static final List<String> FRAMING =
            List.of("content-length", "transfer-encoding", "connection", "content-encoding");

    private Wire() {}

    static Incoming incoming(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        var uri = exchange.getRequestURI();
        return new Incoming(
                exchange.getRequestMethod(),
                Optional.ofNullable(uri.getRawPath())
                        .filter(path -> !path.isEmpty())
                        .orElse("/"),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers,
                exchange.getRequestBody().readNBytes(LARGEST_REQUEST));
    }

    /// The host that a request was meant for, without a port.
    static String host(Incoming incoming) {
        var host = incoming.headers().getOrDefault("host", "");
        var port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    static void send(HttpExchange exchange, EgressResponse response) throws IOException {
        announce(exchange, response);
        if (response.body().length > 0) {
            exchange.getResponseBody().write(response.body());
        }
        exchange.close();
    }

    /// Announces the whole body, sends half of it and hangs up.
    static void sendHalf(HttpExchange exchange, EgressResponse response) throws IOException {
        announce(exchange, response);
        var body = exchange.getResponseBody();
        body.write(response.body(), 0, response.body().length / 2);
        body.flush();
        exchange.close();
    }

    private static void announce(HttpExchange exchange, EgressResponse response) throws IOException {
        var headers = exchange.getResponseHeaders();
        response.headers().forEach((name, values) -> {
            if (!FRAMING.contains(name)) {
                headers.put(name, values);
            }
        });
        if (response.header(CONTENT_TYPE).isEmpty()) {
            headers.set(CONTENT_TYPE, typeOf(response));
        }
        var length = response.body().length;
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, response(status, TEXT, text));
    }

    static void json(HttpExchange exchange, int status, Object value) throws IOException {
        send(exchange, response(status, "application/json", JSON.writeValueAsString(value)));
    }

    static EgressResponse response(int status, String type, String body) {
        return new EgressResponse(status, Map.of(CONTENT_TYPE, List.of(type)), body.getBytes(StandardCharsets.UTF_8));
    }

    /// The content type of a body: as its response says, or as its first character tells.
    static String typeOf(EgressResponse response) {
        return response.header(CONTENT_TYPE).orElseGet(() -> switch (first(response.body())) {
            case '{', '[' -> "application/json";
            case '<' -> "application/xml";
            default -> TEXT;
        });
    }

    /// The content type of a file, by the end of its name.
    static String typeOf(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "html", "htm" -> "text/html";
            case "csv" -> "text/csv";
            default -> TEXT;
        };
    }

    private static char first(byte[] body) {
        for (var b : body) {
            if (b > ' ') {
                return (char) b;
            }
        }
        return ' ';
    }
}
