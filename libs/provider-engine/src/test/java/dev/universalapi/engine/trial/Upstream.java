package dev.universalapi.engine.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Servers of providers: one on the loopback address that answers each host and path as it was told.
public final class Upstream implements AutoCloseable {
    /// What was asked.
    ///
    /// @param line `GET host/path?query`
    /// @param authorization the header; empty if there was none
    public record Asked(String line, String authorization, String body) {}

    /// What is said.
    public record Says(int status, String body) {}

    private final Map<String, Function<Asked, Says>> places = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Egress egress;

    public Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        egress = Egress.sandbox(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), EgressLimits.DEFAULT);
    }

    public Egress egress() {
        return egress;
    }

    /// Lets `host/path` answer.
    public void at(String place, Function<Asked, Says> says) {
        places.put(place, says);
    }

    /// Lets `host/path` answer with a 200.
    public void at(String place, String body) {
        at(place, _ -> new Says(200, body));
    }

    /// What was asked, in order.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// The lines of what was asked, in order.
    public List<String> lines() {
        return asked.stream().map(Asked::line).toList();
    }

    @Override
    public void close() {
        egress.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var place = headers.getFirst("Host") + exchange.getRequestURI().getPath();
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                .map(text -> "?" + text)
                .orElse("");
        var one = new Asked(
                exchange.getRequestMethod() + " " + place + query,
                Optional.ofNullable(headers.getFirst("Authorization")).orElse(""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(one);
        var says = places.getOrDefault(place, _ -> new Says(404, "nothing at " + place))
                .apply(one);
        var body = says.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(says.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
