package dev.universalapi.gateway.route;

import static dev.universalapi.gateway.ProblemAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProxyIntegrationTests {

    private static final List<AutoCloseable> open = new ArrayList<>();

    private static Upstream service;
    private static ServerSocket listening;
    private static Rude breaking;
    private static Rude lasting;
    private static Rude once;
    private static Rude twice;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        service = opened(new Upstream("one"));
        listening = opened(new ServerSocket(0));
        breaking = opened(new Rude(""));
        lasting = opened(new Rude(""));
        once = opened(new Rude(""));
        twice = opened(new Rude(""));
        Map<String, List<String>> services = Map.of(
                "one", List.of(service.uri()),
                "listening", List.of("http://127.0.0.1:" + listening.getLocalPort()),
                "half-dead", List.of(deadAddress(), service.uri()),
                "half-broken", List.of(breaking.uri(), service.uri()),
                "half-lasting", List.of(lasting.uri(), service.uri()),
                "once", List.of(once.uri()),
                "twice", List.of(twice.uri()),
                "foreign", List.of(opened(new Rude("BLAH BLAH\r\n\r\n")).uri()),
                "gone", List.of(deadAddress()),
                "video", List.of(opened(new Upstream("video")).uri()));
        String[] routes = Stream.concat(
                        Stream.concat(services.keySet().stream(), Stream.of("nobody"))
                                .filter(name -> !name.equals("video"))
                                .map("--universal.gateway.route.services.%1$s=/%1$s"::formatted),
                        Stream.of("--universal.gateway.route.services.video=/one/video,=/one/alone,=/one/alone/too"))
                .toArray(String[]::new);
        gateway = opened(new RunningGateway(services, routes));
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void aStreamPassesPartByPart() throws Exception {
        try (Socket socket = gateway.connect()) {
            ask(socket, "/one/stream");
            BufferedReader lines = lines(socket);
            List<Long> arrivals = new ArrayList<>();
            while (arrivals.size() < 4) {
                if (lines.readLine().startsWith("data: ")) {
                    arrivals.add(System.nanoTime());
                }
            }

            assertThat(Duration.ofNanos(arrivals.getLast() - arrivals.getFirst()))
                    .isGreaterThan(Duration.ofMillis(75));
        }
    }

    @Test
    void aClientThatLeavesAStreamCancelsItsUpstreamAtOnce() throws Exception {
        Upstream.Stream stream = service.nextStream();
        Socket socket = gateway.connect();
        ask(socket, "/one/stream");
        stream.begun().get(10, TimeUnit.SECONDS);
        socket.getInputStream().read();

        socket.close();

        assertThat(stream.left().get(10, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void aClientThatLeavesBeforeTheAnswerCancelsItsUpstreamAtOnce() throws Exception {
        Socket client = gateway.connect();
        ask(client, "/listening/x");
        try (Socket upstream = listening.accept()) {
            BufferedReader request = lines(upstream);
            while (!request.readLine().isEmpty()) {}

            client.close();
            upstream.setSoTimeout(10_000);

            assertThat(request.read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-dead", "half-broken"})
    void whoOnlyReadsDoesNotNoticeAnInstanceThatDoesNotAnswer(String half) throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = gateway.get("/" + half + "/x");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("X-Upstream")).containsExactly("one");
        }
    }

    @Test
    void anInstanceThatDidNotAnswerIsAskedLastForAWhile() throws Exception {
        for (int i = 0; i < 30; i++) {
            gateway.get("/half-lasting/x");
        }

        assertThat(lasting.connections).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void aCommandIsSentOnce() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request("/once/x").POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, ProblemType.BAD_GATEWAY);
        assertThat(once.connections).hasValue(1);
    }

    @Test
    void aReadIsTriedTwiceAndNoMore() throws Exception {
        HttpResponse<String> answer = gateway.get("/twice/x");

        assertThat(assertProblem(answer, ProblemType.BAD_GATEWAY).path("detail").asString())
                .isEqualTo("twice broke the connection");
        assertThat(twice.connections).hasValue(2);
    }

    @Test
    void aServiceThatTalksNoHttpIsABadGateway() throws Exception {
        assertProblem(gateway.get("/foreign/x"), ProblemType.BAD_GATEWAY);
    }

    @Test
    void aServiceOfWhichNoInstanceTakesConnectionsIsUnavailable() throws Exception {
        HttpResponse<String> answer = gateway.get("/gone/x");

        assertThat(assertProblem(answer, ProblemType.SERVICE_UNAVAILABLE)
                        .path("retryAfter")
                        .asInt())
                .isPositive();
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void aServiceThatNobodyRegisteredIsUnavailable() throws Exception {
        assertThat(assertProblem(gateway.get("/nobody/x"), ProblemType.SERVICE_UNAVAILABLE)
                        .path("detail")
                        .asString())
                .isEqualTo("No nobody is registered");
    }

    @Test
    void anAnswerThatBreaksInTheMiddleBreaksForTheCallerToo() {
        assertThatThrownBy(() -> gateway.get("/one/half")).isInstanceOf(IOException.class);
    }

    @Test
    void theLongestPrefixWins() throws Exception {
        assertThat(gateway.get("/one/video/jobs").body()).contains("video");
        assertThat(gateway.get("/one/videos").body()).contains("one");
        assertThat(gateway.get("/one").body()).contains("one");
    }

    @Test
    void aPathWithAnEqualSignIsThatPathAlone() throws Exception {
        assertThat(gateway.get("/one/alone").body()).contains("video");
        assertThat(gateway.get("/one/alone?of=day").body()).contains("video");
        assertThat(gateway.get("/one/alone/too").body()).contains("video");
        assertThat(gateway.get("/one/alone/x").body()).contains("one");
        assertThat(gateway.get("/one/alone/too/x").body()).contains("one");
        assertThat(gateway.get("/one/alone/").body()).contains("one");
        assertThat(gateway.get("/one/alones").body()).contains("one");
        assertThat(gateway.get("/=/one/alone").statusCode()).isEqualTo(404);
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void onLinuxTheTransportIsEpoll() throws Exception {
        gateway.get("/one/x");

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .anyMatch(name -> name.startsWith("reactor-http-epoll"))
                .noneMatch(name -> name.startsWith("reactor-http-nio") || name.startsWith("reactor-http-io-uring"));
    }

    private static <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    // taken, so that nobody else gets it, and listened at by nobody
    private static String deadAddress() throws IOException {
        Socket socket = opened(new Socket());
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void ask(Socket socket, String path) throws IOException {
        String request =
                "GET %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n".formatted(path, gateway.key.text());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /// Reads a request, says something or nothing, and hangs up.
    private static final class Rude implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0);
        private final String words;
        private final AtomicInteger connections = new AtomicInteger();

        Rude(String words) throws IOException {
            this.words = words;
            Thread.ofVirtual().start(this::listen);
        }

        String uri() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    connections.incrementAndGet();
                    BufferedReader request = lines(client);
                    while (!request.readLine().isEmpty()) {}
                    client.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                } catch (IOException _) {
                    // closed, or the gateway was faster
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
