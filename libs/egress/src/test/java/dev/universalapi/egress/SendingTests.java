package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SendingTests {
    private final Egress egress = Egress.live(EgressLimits.DEFAULT);

    @Test
    void nothingIsSentWhereNobodyTakesConnections() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var base = "http://localhost:" + closed;

        var failure = failure(Requests.get(URI.create(base + "/"), Destination.byOperator(base)));

        assertThat(failure.sent()).isFalse();
    }

    @Test
    void nothingIsSentToAForbiddenAddressOrWithoutTime() throws Exception {
        var elsewhere =
                Requests.get(URI.create("https://other.example.com/"), Destination.declared("https://api.example.com"));
        var late = Requests.get(
                URI.create("https://api.example.com/"),
                Destination.declared("https://api.example.com"),
                Duration.ZERO,
                Map.of());

        assertThat(failure(elsewhere).sent()).isFalse();
        assertThat(failure(late).sent()).isFalse();
    }

    @Test
    void whatTheOtherSideReadWasSentThoughNoAnswerCame() throws Exception {
        try (var server = new RawServer((_, _) -> false)) {
            assertThat(failure(Requests.get(server)).sent()).isTrue();
        }
    }

    @Test
    void whatTimedOutUnansweredWasSent() throws Exception {
        var never = new CountDownLatch(1);
        try (var server = new RawServer((_, _) -> {
            never.await();
            return false;
        })) {
            assertThat(failure(Requests.get(server, Duration.ofMillis(500))).sent())
                    .isTrue();
        }
    }

    @Test
    void aHalfAnswerWasAskedFor() throws Exception {
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 9", "half".getBytes(StandardCharsets.UTF_8))) {
            assertThat(failure(Requests.get(server)).sent()).isTrue();
        }
    }

    @Test
    void whatWasGivenUpUnsentStaysUnsent() {
        var sending = new Wire.Sending();

        assertThat(sending.giveUp()).isFalse();
        assertThat(sending.begin()).isFalse();
        assertThat(sending.begun()).isFalse();
    }

    @Test
    void whatWasSentCannotBeGivenUp() {
        var sending = new Wire.Sending();

        assertThat(sending.begin()).isTrue();
        assertThat(sending.giveUp()).isTrue();
        assertThat(sending.begun()).isTrue();
    }

    private EgressException failure(EgressRequest request) {
        return catchThrowableOfType(EgressException.class, () -> egress.send(request));
    }
}
