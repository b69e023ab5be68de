package dev.universalapi.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// The world outside, by host: each answers what it was told to, or nothing at all.
final class Outside implements AutoCloseable {
    /// Takes a request and never answers.
    static final String BLACKHOLE = "";

    private final ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> departures = new LinkedBlockingQueue<>();

    Outside() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void answers(String host, int status, String body) {
        answers.put(
                host,
                "HTTP/1.1 %d Told\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body));
    }

    void isBlackhole(String host) {
        answers.put(host, BLACKHOLE);
    }

    /// Forgets what it was told and what came.
    void forget() {
        answers.clear();
        arrivals.clear();
        departures.clear();
    }

    /// The hosts that were asked, in order.
    BlockingQueue<String> arrivals() {
        return arrivals;
    }

    /// When callers of blackholes left, in nanoseconds.
    BlockingQueue<Long> departures() {
        return departures;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (SocketException closed) {
            // the test is over
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var host = host(socket.getInputStream());
            var answer =
                    answers.getOrDefault(host, "HTTP/1.1 503 Untold\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            arrivals.add(host);
            if (answer.equals(BLACKHOLE)) {
                waitForTheEnd(socket.getInputStream());
                departures.add(System.nanoTime());
            } else {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            departures.add(System.nanoTime());
        }
    }

    private static void waitForTheEnd(InputStream in) throws IOException {
        in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static String host(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString()
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("host:"))
                .map(line -> line.substring(5).strip())
                .findFirst()
                .orElse("");
    }
}
