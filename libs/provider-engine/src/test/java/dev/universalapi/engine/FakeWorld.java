package dev.universalapi.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// All providers of the tests: one server that answers each host as it was told.
final class FakeWorld implements AutoCloseable {
    /// What a host says.
    record Says(int status, Map<String, String> headers, String body) {}

    private final Map<String, Says> hosts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch silenceAsked = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    FakeWorld() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Egress egress() {
        return Egress.sandbox(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), EgressLimits.DEFAULT);
    }

    void says(String host, int status, String body) {
        says(host, status, Map.of(), body);
    }

    void says(String host, int status, Map<String, String> headers, String body) {
        hosts.put(host, new Says(status, headers, body));
    }

    /// The hosts that were asked, in order.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// Waits until somebody asked a host that says nothing.
    void awaitSilence() throws InterruptedException {
        silenceAsked.await();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var host = exchange.getRequestHeaders().getFirst("Host");
        asked.add(host);
        var says = hosts.get(host);
        if (says == null) {
            silence();
            return;
        }
        says.headers().forEach(exchange.getResponseHeaders()::set);
        var body = says.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(says.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void silence() {
        silenceAsked.countDown();
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
