package dev.universalapi.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProbeTests {

    /// Answers one request, and tells it.
    private static CompletableFuture<String> answering(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (var socket = server.accept()) {
                var asked = new StringBuilder();
                while (!asked.toString().endsWith("\r\n\r\n")) {
                    asked.append((char) socket.getInputStream().read());
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return asked.toString();
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void findsWellWhoAnswers200() throws Exception {
        try (var server = server()) {
            var asked = answering(server, "HTTP/1.1 200 \r\nContent-Length: 0\r\n\r\n");

            var well = Probe.isWell(server.getLocalPort(), "/a/b");

            assertThat(well).isTrue();
            assertThat(asked.get()).startsWith("GET /a/b HTTP/1.1\r\nHost: 127.0.0.1:" + server.getLocalPort());
        }
    }

    @Test
    void findsNobodyElseWell() throws Exception {
        var port = 0;
        try (var server = server()) {
            port = server.getLocalPort();
            var asked = answering(server, "HTTP/1.1 503 Service Unavailable\r\n\r\n");

            assertThat(Probe.isWell(port, "/")).isFalse();
            assertThat(asked.get()).startsWith("GET / ");
        }

        assertThat(Probe.isWell(port, "/")).isFalse();
    }

    @Test
    void saysSoByItsExitCode() throws Exception {
        try (var server = server()) {
            var asked = answering(server, "HTTP/1.1 200 OK\r\n\r\n");
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var classes = System.getProperty("java.class.path");
            var port = String.valueOf(server.getLocalPort());
            var name = Probe.class.getName();

            var well = new ProcessBuilder(java, "-cp", classes, name, port).start();
            var request = asked.get();
            var unwell = new ProcessBuilder(java, "-cp", classes, name, "1").start();

            assertThat(well.waitFor()).isZero();
            assertThat(request).startsWith("GET /actuator/health/readiness ");
            assertThat(unwell.waitFor()).isOne();
        }
    }
}
