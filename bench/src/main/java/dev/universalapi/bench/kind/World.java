package dev.universalapi.bench.kind;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The two providers as they are on the wire: both behind one port, told apart by the host that is asked. What they
/// do is said by the question.
final class World implements AutoCloseable {
    /// How many parts a tale has that ends.
    static final int PARTS = 6;

    /// Between two parts of a slow tale.
    static final Duration PACE = Duration.ofMillis(300);

    /// Between two parts of 24 KB for each who listens: 100 MB a second to all of them, so that the flood drowns
    /// who does not read it, and not the machine.
    private static final Duration FLOOD = Duration.ofNanos(240_000);

    private static final String FIRST = "first.";
    private static final int PICTURE = 100_000;
    private static final int TOO_MUCH = 5 << 20;
    private static final String LONG = "x".repeat(24_000);

    // of 64 KiB as it comes, and of more as JSON
    private static final String TOO_LONG = "\"".repeat(40_000);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger tales = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger letters = new AtomicInteger();
    private final AtomicLong told = new AtomicLong();
    private volatile CountDownLatch gathering = new CountDownLatch(0);
    private volatile Duration flood = FLOOD;

    World(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/tale", this::tale);
        server.createContext("/picture", World::picture);
        server.createContext("/letter", this::letter);
        server.start();
    }

    /// The bytes of the picture.
    static byte[] drawing() {
        var bytes = new byte[PICTURE];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /// How many tales were asked for.
    int tales() {
        return tales.get();
    }

    /// How many endless tales somebody still listens to.
    int open() {
        return open.get();
    }

    /// Lets endless tales wait after their first part until so many are listened to, so that all get to their
    /// beginning.
    void gather(int listeners) {
        flood = FLOOD.multipliedBy(listeners);
        gathering = new CountDownLatch(listeners);
    }

    /// How many letters were sent.
    int letters() {
        return letters.get();
    }

    /// How many bytes of endless tales were taken, by listeners and by all buffers on the way to them.
    long told() {
        return told.get();
    }

    private void tale(HttpExchange exchange) throws IOException {
        tales.incrementAndGet();
        var how = exchange.getRequestURI().getQuery().replace("how=", "");
        var first = exchange.getRequestHeaders().getFirst("Host").startsWith(FIRST);
        try (exchange) {
            switch (first ? how : how.replaceAll("(sick|garbage)", "quick")) {
                case "sick" -> exchange.sendResponseHeaders(503, -1);
                case "garbage" -> send(exchange, "text/html", "<p>no tale".getBytes(StandardCharsets.UTF_8));
                case "cut" -> cut(exchange);
                case "large" -> parts(exchange, "once", TOO_LONG);
                case "paced" -> paced(exchange);
                case "trickle" -> endless(exchange, "drop", PACE);
                case "endless" -> endless(exchange, LONG, flood);
                default -> parts(exchange, "once", "upon", "a", "time", TaleAdapter.END);
            }
        }
    }

    // more is announced than comes
    private static void cut(HttpExchange exchange) throws IOException {
        begin(exchange, 10_000);
        tell(exchange.getResponseBody(), "once");
        tell(exchange.getResponseBody(), "upon");
    }

    private static void parts(HttpExchange exchange, String... texts) throws IOException {
        begin(exchange, 0);
        for (var text : texts) {
            tell(exchange.getResponseBody(), text);
        }
    }

    private static void paced(HttpExchange exchange) throws IOException {
        begin(exchange, 0);
        for (int i = 0; i < PARTS; i++) {
            tell(exchange.getResponseBody(), "part " + i);
            pause(PACE);
        }
        tell(exchange.getResponseBody(), TaleAdapter.END);
    }

    private void endless(HttpExchange exchange, String text, Duration pace) throws IOException {
        open.incrementAndGet();
        try {
            begin(exchange, 0);
            tell(exchange.getResponseBody(), "once");
            gathered();
            while (true) {
                told.addAndGet(tell(exchange.getResponseBody(), text));
                pause(pace);
            }
        } finally {
            open.decrementAndGet();
        }
    }

    private void gathered() throws IOException {
        var all = gathering;
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the world ends", e);
        }
    }

    private static void begin(HttpExchange exchange, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, length);
    }

    private static int tell(OutputStream out, String text) throws IOException {
        var event = ("data: " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
        out.write(event);
        out.flush();
        return event.length;
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the world ends", e);
        }
    }

    private static void picture(HttpExchange exchange) throws IOException {
        try (exchange) {
            var huge = exchange.getRequestURI().getQuery().endsWith("huge");
            send(exchange, "image/png", huge ? new byte[TOO_MUCH] : drawing());
        }
    }

    private void letter(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var answer = "{\"number\": " + letters.incrementAndGet() + "}";
            send(exchange, "application/json", answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
