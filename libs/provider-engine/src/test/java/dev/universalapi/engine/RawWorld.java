package dev.universalapi.engine;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Providers that say byte for byte what a test wants, then hang up or fall silent.
final class RawWorld implements AutoCloseable {
    private static final int DROP_MILLIS = 5;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, byte[]> says = new ConcurrentHashMap<>();
    private final Map<String, Boolean> silent = new ConcurrentHashMap<>();
    private final Map<String, Boolean> dripping = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch left = new CountDownLatch(1);

    RawWorld() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    Egress egress() {
        return Egress.sandbox(URI.create("http://127.0.0.1:" + server.getLocalPort()), EgressLimits.DEFAULT);
    }

    void says(String host, byte[] bytes) {
        says.put(host, bytes);
        silent.remove(host);
    }

    void says(String host, String text) {
        says(host, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Says it and stays on the line.
    void saysAndFallsSilent(String host, String text) {
        says(host, text);
        silent.put(host, true);
    }

    /// Says it, and then a letter again and again, for ever.
    void saysAndDrips(String host, String text) {
        says(host, text);
        dripping.put(host, true);
    }

    List<String> asked() {
        return asked;
    }

    /// Waits until somebody hung up on one that had fallen silent.
    void awaitLeft() throws InterruptedException {
        left.await();
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
        } catch (IOException _) {
            // closed by the test
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var host = host(socket.getInputStream());
            asked.add(host);
            socket.getOutputStream().write(says.getOrDefault(host, new byte[0]));
            socket.getOutputStream().flush();
            while (dripping.containsKey(host)) {
                var _ = left.await(DROP_MILLIS, TimeUnit.MILLISECONDS);
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
            }
            if (silent.containsKey(host)) {
                var _ = socket.getInputStream().read();
                left.countDown();
            }
        } catch (IOException | InterruptedException _) {
            left.countDown();
        }
    }

    private static String host(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var next = in.read(); next >= 0 && head.indexOf("\r\n\r\n") < 0; next = in.read()) {
            head.append((char) next);
            if (head.indexOf("\r\n\r\n") >= 0) {
                break;
            }
        }
        return head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("host:"))
                .map(line -> line.substring(5).strip())
                .findFirst()
                .orElse("");
    }
}
