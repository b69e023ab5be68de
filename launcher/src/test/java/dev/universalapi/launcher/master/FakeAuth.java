package dev.universalapi.launcher.master;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.universalapi.launcher.identity.MasterKey;
import dev.universalapi.launcher.identity.MasterKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// Gateway and auth-service in one: seals anew as they do, by the file that it is given.
final class FakeAuth implements AutoCloseable {
    private final HttpServer server;

    /// Of each credential the name of the key that it is sealed under.
    final List<String> sealed = new ArrayList<>();

    /// What was asked, and by which key.
    final List<String> asked = new ArrayList<>();

    /// Told in the place of an answer, one each time; 0 for an answer.
    final Queue<Integer> failures = new ArrayDeque<>();

    /// The key under which something more is sealed once it is no longer in the file: too late to be seen before.
    String late = "";

    Path file;

    FakeAuth(Path file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        var failure = failures.isEmpty() ? 0 : failures.remove();
        var body = (failure == 0 ? reseal() : "not now").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(failure == 0 ? 200 : failure, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private String reseal() {
        var names = new MasterKeys(file).read().stream().map(MasterKey::name).toList();
        if (names.size() == 1 && !late.isEmpty() && !names.contains(late)) {
            sealed.add(late);
            late = "";
        }
        var current = names.getFirst();
        var before = sealed.stream().filter(current::equals).count();
        sealed.replaceAll(name -> names.contains(name) ? current : name);
        var after = sealed.stream().filter(current::equals).count();
        return "{\"master\":\"%s\",\"resealed\":%d,\"left\":%d}"
                .formatted(current, after - before, sealed.size() - after);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
