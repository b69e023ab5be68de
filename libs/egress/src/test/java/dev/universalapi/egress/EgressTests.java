package dev.universalapi.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.universalapi.egress.EgressException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EgressTests {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Egress egress = Egress.live(
            host -> InetAddress.getAllByName(host.equals("localhost") ? "127.0.0.1" : host), EgressLimits.DEFAULT);

    @AfterEach
    void close() {
        egress.close();
    }

    @Test
    void sendsAddressAndHeadersAsTheyAre() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\nX-One: 1\nx-one: 2\nContent-Length: 2", "hi")) {
            var request = Requests.get(
                    Requests.address(server),
                    Requests.destination(server),
                    Duration.ofSeconds(20),
                    Map.of("X-Key", "abc"));

            var response = egress.send(request);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).asString(StandardCharsets.UTF_8).isEqualTo("hi");
            assertThat(response.headers()).containsEntry("x-one", List.of("1", "2"));
            assertThat(response.header("X-ONE")).hasValue("1");
            assertThat(response.header("absent")).isEmpty();
            assertThat(response).hasToString("200, 2 bytes");
            assertThat(server.request())
                    .startsWith("GET /a%2Fb?q=1%202&r=%C3%A9 HTTP/1.1")
                    .contains(
                            "X-Key: abc",
                            "Host: localhost:" + server.port(),
                            "User-Agent: universal-api",
                            "Accept-Encoding: gzip, deflate")
                    .noneMatch(line -> line.startsWith("Upgrade") || line.startsWith("Cookie"));
        }
    }

    @Test
    void postsItsBody() throws Exception {
        try (var server = RawServer.saying("HTTP/1.1 204 No Content", "")) {
            var request = Requests.post(server, Map.of("Content-Type", "application/json"), "{\"a\":1}");

            var response = egress.send(request);

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
            assertThat(server.request())
                    .startsWith("POST /a%2Fb?q=1%202&r=%C3%A9 HTTP/1.1")
                    .contains("Content-Type: application/json", "Content-Length: 7", "{\"a\":1}");
        }
    }

    @Test
    void keepsItsConnectionButNoCookie() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 2\r\n\r\nhi"
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        })) {
            egress.send(Requests.get(server));
            egress.send(Requests.get(server));
            server.request();

            assertThat(server.request()).noneMatch(line -> line.startsWith("Cookie"));
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void neverFindsAConnectionOfTheOperatorForAManifest() throws Exception {
        try (var server = new RawServer((_, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi".getBytes(StandardCharsets.UTF_8));
                    return true;
                });
                var rebinding = Egress.live(
                        _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}, EgressLimits.DEFAULT)) {
            var operators = "http://api.example.com:" + server.port();
            rebinding.send(Requests.get(URI.create(operators + "/"), Destination.byOperator(operators)));
            var manifests =
                    Requests.get(URI.create("http://api.example.com/"), Destination.declared("http://api.example.com"));

            var thrown = catchThrowableOfType(EgressException.class, () -> rebinding.send(manifests));

            assertThat(thrown.kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void endsASlowDripAtTheDeadline() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(5);
            }
        })) {
            var thrown = thrownBy(Requests.get(server, SHORT));

            assertThat(thrown.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(thrown).hasMessage("no whole answer within 300 ms");
            server.awaitClosed();
        }
    }

    @Test
    void endsASilenceAtTheDeadline() throws Exception {
        try (var server = new RawServer((_, _) -> {
            new CountDownLatch(1).await();
            return false;
        })) {
            var thrown = thrownBy(Requests.get(server, SHORT));

            assertThat(thrown.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void endsALookUpThatHangsAtTheDeadline() {
        try (var hanging = Egress.live(
                host -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                },
                EgressLimits.DEFAULT)) {
            var request = Requests.get(
                    URI.create("https://api.example.com/"),
                    Destination.declared("https://api.example.com"),
                    SHORT,
                    Map.of());

            var thrown = catchThrowableOfType(EgressException.class, () -> hanging.send(request));

            assertThat(thrown.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void endsAtOnceWhenTheCallerIsInterrupted() throws Exception {
        try (var server = new RawServer((_, _) -> {
            new CountDownLatch(1).await();
            return false;
        })) {
            var call = new FutureTask<>(() -> {
                var thrown = thrownBy(Requests.get(server));
                return thrown.kind() + " " + Thread.currentThread().isInterrupted();
            });
            var caller = Thread.ofPlatform().start(call);
            server.request();
            caller.interrupt();

            assertThat(call.get()).isEqualTo("CANCELLED true");
        }
    }

    @Test
    void saysWhenNobodyIsThere() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var base = "http://localhost:" + port;

        var refused = thrownBy(Requests.get(URI.create(base), Destination.byOperator(base)));
        var unknown = catchThrowableOfType(EgressException.class, () -> {
            try (var nameless = Egress.live(
                    host -> {
                        throw new UnknownHostException(host);
                    },
                    EgressLimits.DEFAULT)) {
                nameless.send(Requests.get(URI.create("https://a.example"), Destination.declared("https://a.example")));
            }
        });

        assertThat(refused.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refused).hasMessage("no connection to localhost");
        assertThat(unknown.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(unknown).hasMessage("a.example is not a known name");
    }

    @Test
    void speaksTlsWhereHttpsIsDeclared() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var base = "https://localhost:" + plain.getLocalPort();
            Thread.ofVirtual().start(() -> {
                try (var connection = plain.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    connection.getInputStream().readAllBytes();
                } catch (IOException _) {
                    // the client gave up, as it should
                }
            });

            var thrown = thrownBy(Requests.get(URI.create(base), Destination.byOperator(base)));

            assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(thrown).hasMessage("localhost cannot be trusted: TLS failed");
        }
    }

    @Test
    void waitsOnlyShortlyForAFreeConnection() throws Exception {
        var one = new EgressLimits(8192, 1024, 1024, 1024, 1024, 1, 1, Duration.ofMillis(50), Duration.ofSeconds(3));
        try (var narrow = Egress.live(InetAddress::getAllByName, one);
                var server = new RawServer((_, _) -> {
                    new CountDownLatch(1).await();
                    return false;
                })) {
            var holder = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(() -> narrow.send(Requests.get(server)))
                            .isInstanceOf(EgressException.class));
            server.request();

            var thrown = catchThrowableOfType(EgressException.class, () -> narrow.send(Requests.get(server)));

            holder.interrupt();
            assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(thrown).hasMessage("all connections to localhost are in use");
        }
    }

    @Test
    void hasNoTimeForARequestWithoutTime() throws IOException {
        try (var server = RawServer.saying("HTTP/1.1 200 OK", "")) {
            var thrown = thrownBy(Requests.get(server, Duration.ZERO));

            assertThat(thrown.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(server.accepted()).isZero();
        }
    }

    @Test
    void showsNoSecretOfARequest() {
        var request = new EgressRequest(
                "GET",
                URI.create("https://api.example.com/?key=s3cr%2Bt&b=czNjcit0"),
                Destination.declared("https://api.example.com"),
                Map.of("X-Key", "s3cr+t"),
                new byte[0],
                Duration.ofSeconds(1),
                Set.of("s3cr+t"));

        assertThat(request).hasToString("GET https://api.example.com/?key=REDACTED&b=REDACTED");
    }

    private EgressException thrownBy(EgressRequest request) {
        return catchThrowableOfType(EgressException.class, () -> egress.send(request));
    }
}
