package dev.universalapi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext
class DeparturesTests extends StudioTests {

    @Test
    void interruptsTheWorkOfACallerWhoLeft() throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        ask(socket, "/slow");
        assertThat(studio.busy.await(10, TimeUnit.SECONDS)).isTrue();

        socket.close();

        assertThat(studio.interruptedAt.get(10, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void servesRequestsThatWereSentAheadOnOneConnection() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            ask(socket, "/quick");
            ask(socket, "/quick");
            socket.getOutputStream()
                    .write("GET /quick HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s: %s\r\n\r\n"
                            .formatted(InternalToken.HEADER, keys.token())
                            .getBytes(StandardCharsets.US_ASCII));

            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(4);
            assertThat(answers.split("virtual", -1)).hasSize(4);
        }
    }

    private void ask(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: a\r\n%s: %s\r\n\r\n"
                        .formatted(path, InternalToken.HEADER, keys.token())
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
