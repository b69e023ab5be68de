package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.egress.EgressException.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EgressStreamTests {
    private static final EgressStream.Limits QUICK =
            new EgressStream.Limits(Duration.ofMillis(300), Duration.ofSeconds(20), 1 << 20);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

    private final Egress egress = Egress.live(EgressLimits.DEFAULT);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        egress.close();
    }

    @Test
    void givesWhatHasComeBeforeTheEnd() throws Exception {
        var second = new CountDownLatch(1);
        try (var server = new RawServer((_, out) -> {
                    out.write((HEAD + "one").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    second.await();
                    out.write("two".getBytes(StandardCharsets.UTF_8));
                    return false;
                });
                var stream = egress.open(Requests.get(server), EgressStream.Limits.DEFAULT)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("CONTENT-type")).contains("text/event-stream");
            assertThat(new String(stream.body().readNBytes(3), StandardCharsets.UTF_8))
                    .isEqualTo("one");
            second.countDown();

            assertThat(stream.body().readAllBytes()).asString().isEqualTo("two");
            assertThat(stream.body().read()).isEqualTo(-1);
            assertThat(server.request()).contains("Accept-Encoding: identity");
        }
    }

    @Test
    void silenceBreaksIt() throws Exception {
        try (var server = silentAfter(HEAD + "one");
                var stream = egress.open(Requests.get(server), QUICK)) {
            stream.stayOpen();
            assertThat(stream.body().readNBytes(3)).hasSize(3);

            var broken = catchThrowableOfType(
                    EgressStream.BrokenException.class, () -> stream.body().read());

            assertThat(broken.kind()).isEqualTo(Kind.TIMEOUT);
            assertThatThrownBy(() -> stream.body().read()).isSameAs(broken);
        }
    }

    @Test
    void untilItStaysOpenTheTimeOfTheRequestHolds() throws Exception {
        try (var server = silentAfter(HEAD + "one");
                var stream = egress.open(Requests.get(server, Duration.ofMillis(600)), EgressStream.Limits.DEFAULT)) {
            assertThat(stream.body().readNBytes(3)).hasSize(3);

            assertThatThrownBy(() -> stream.body().read()).hasMessageContaining("time of the stream was up");
        }
    }

    @Test
    void noHeadInTimeIsNoStream() throws Exception {
        try (var server = silentAfter("")) {
            var failure = catchThrowableOfType(
                    EgressException.class,
                    () -> egress.open(Requests.get(server, Duration.ofMillis(400)), EgressStream.Limits.DEFAULT));

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure.sent()).isTrue();
        }
    }

    @Test
    void whatCannotBeAskedIsNoStream() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var base = "http://localhost:" + closed;
        var nobody = Requests.get(URI.create(base + "/"), Destination.byOperator(base));
        var elsewhere =
                Requests.get(URI.create("https://other.example.com/"), Destination.declared("https://api.example.com"));

        var unreachable =
                catchThrowableOfType(EgressException.class, () -> egress.open(nobody, EgressStream.Limits.DEFAULT));

        assertThat(unreachable.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(unreachable.sent()).isFalse();
        assertThatThrownBy(() -> egress.open(elsewhere, EgressStream.Limits.DEFAULT))
                .isInstanceOf(EgressException.class);
    }

    @Test
    void anAnnouncedEndThatDoesNotComeBreaksIt() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 9", "half");
                var stream = egress.open(Requests.get(server), EgressStream.Limits.DEFAULT)) {
            assertThat(stream.body().readNBytes(4)).hasSize(4);

            var broken = catchThrowableOfType(
                    EgressStream.BrokenException.class, () -> stream.body().read());

            assertThat(broken.kind()).isEqualTo(Kind.BROKEN_ANSWER);
        }
    }

    @Test
    void moreThanItMayHoldBreaksIt() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 100000", new byte[100_000]);
                var stream = egress.open(
                        Requests.get(server),
                        new EgressStream.Limits(Duration.ofSeconds(9), Duration.ofSeconds(9), 50_000))) {
            assertThatThrownBy(() -> stream.body().readAllBytes()).hasMessageContaining("larger than 50000 bytes");
        }
    }

    @Test
    void closingItEndsTheExchangeAtOnce() throws Exception {
        try (var server = dripping()) {
            egress.open(Requests.get(server), EgressStream.Limits.DEFAULT).close();

            server.awaitClosed();
        }
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        try (var server = dripping();
                var stream = egress.open(Requests.get(server), EgressStream.Limits.DEFAULT)) {
            Thread.currentThread().interrupt();

            var broken = catchThrowableOfType(
                    EgressStream.BrokenException.class, () -> stream.body().read());

            assertThat(Thread.interrupted()).isTrue();
            assertThat(broken.kind()).isEqualTo(Kind.CANCELLED);
            server.awaitClosed();
        }
    }

    @Test
    void whatIsNoStreamIsReadWhole() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 429 Wait\nRetry-After: 3\nContent-Length: 4", "wait");
                var stream = egress.open(Requests.get(server), EgressStream.Limits.DEFAULT)) {
            var response = stream.whole();

            assertThat(response.status()).isEqualTo(429);
            assertThat(response.header("retry-after")).contains("3");
            assertThat(response.body()).asString().isEqualTo("wait");
        }
    }

    @Test
    void halfOfWhatIsNoStreamIsBroken() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nContent-Length: 9", "half");
                var stream = egress.open(Requests.get(server), EgressStream.Limits.DEFAULT)) {
            var failure = catchThrowableOfType(EgressException.class, stream::whole);

            assertThat(failure.kind()).isEqualTo(Kind.BROKEN_ANSWER);
        }
    }

    /// Says something every now and then, and so notices when nobody listens.
    private RawServer dripping() throws Exception {
        return new RawServer((_, out) -> {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            do {
                out.write(':');
                out.flush();
            } while (!end.await(5, TimeUnit.MILLISECONDS));
            return false;
        });
    }

    private RawServer silentAfter(String said) throws Exception {
        return new RawServer((_, out) -> {
            out.write(said.getBytes(StandardCharsets.UTF_8));
            out.flush();
            end.await();
            return false;
        });
    }
}
