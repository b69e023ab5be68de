package dev.universalapi.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that says byte for byte what a test wants, and counts who came.
final class RawServer implements AutoCloseable {
    /// Answers one request; keeps the connection if it returns true.
    @FunctionalInterface
    interface Conversation {
        boolean answer(List<String> request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();
    private final BlockingQueue<List<String>> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> gone = new LinkedBlockingQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    RawServer(Conversation conversation) throws IOException {
        Thread.ofVirtual().start(() -> accept(conversation));
    }

    /// Answers every request with the same text; line breaks become those of HTTP in the head only.
    static RawServer saying(String head, byte[] body) throws IOException {
        return new RawServer((_, out) -> {
            out.write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            return false;
        });
    }

    static RawServer saying(String head, String body) throws IOException {
        return saying(head, body.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return socket.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    /// The head of the next request, line by line.
    List<String> request() throws InterruptedException {
        return requests.take();
    }

    /// Waits until a client has closed its connection.
    void awaitClosed() throws InterruptedException {
        gone.take();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var one : open) {
            one.close();
        }
    }

    private void accept(Conversation conversation) {
        try {
            while (true) {
                var connection = socket.accept();
                accepted.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection, conversation));
            }
        } catch (IOException _) {
            // closed by the test
        }
    }

    private void serve(Socket connection, Conversation conversation) {
        try (connection) {
            var in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            var request = read(in);
            while (!request.isEmpty()) {
                requests.add(request);
                if (!conversation.answer(request, connection.getOutputStream())) {
                    return;
                }
                request = read(in);
            }
        } catch (IOException | InterruptedException | UncheckedIOException _) {
            // the client left, as some tests want
        } finally {
            gone.add(connection);
        }
    }

    private static List<String> read(BufferedReader in) throws IOException {
        var lines = new ArrayList<String>();
        var length = 0;
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        if (length > 0) {
            var body = new char[length];
            var got = in.read(body);
            lines.add(new String(body, 0, Math.max(got, 0)));
        }
        return lines;
    }
}
