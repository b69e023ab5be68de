package dev.universalapi.host.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// All providers of the tests, by host. Who was told nothing takes a request and never answers.
final class Outland {
    private record Says(int status, String type, Map<String, String> headers, String body, boolean ends) {}

    private final Map<String, Says> hosts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Semaphore arrivals = new Semaphore(0);
    private final HttpServer server;

    Outland() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void says(String host, int status, String body) {
        says(host, status, Map.of(), body);
    }

    void says(String host, int status, Map<String, String> headers, String body) {
        hosts.put(host, new Says(status, "application/json", headers, body, true));
    }

    void saysBytes(String host, String type, String body) {
        hosts.put(host, new Says(200, type, Map.of(), body, true));
    }

    /// Words, each an event; then nothing more, or the end.
    void sings(String host, boolean ends, String... words) {
        var body = new StringBuilder();
        for (var word : words) {
            body.append("data: ").append(word).append("\n\n");
        }
        hosts.put(host, new Says(200, "text/event-stream", Map.of(), body.toString(), ends));
    }

    void forget() {
        hosts.clear();
        asked.clear();
        arrivals.drainPermits();
    }

    /// `METHOD path` of what was asked, in order.
    List<String> asked() {
        return List.copyOf(asked);
    }

    boolean awaitArrival() throws InterruptedException {
        return arrivals.tryAcquire(10, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(exchange.getRequestMethod() + " " + uri);
        arrivals.release();
        var says = hosts.get(exchange.getRequestHeaders().getFirst("Host"));
        if (says == null) {
            silence();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", says.type());
        says.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(says.status(), 0);
        exchange.getResponseBody().write(says.body().getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        if (!says.ends()) {
            silence();
        }
        exchange.close();
    }

    private static void silence() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
