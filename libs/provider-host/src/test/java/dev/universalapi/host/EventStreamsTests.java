package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.InternalToken;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/// Streams over real sockets.
@SpringBootTest(
        classes = {Atelier.class, EventStreamsTests.Watching.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=atelier",
            "spring.cloud.config.enabled=false",
            "management.server.port=-1"
        })
class EventStreamsTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Semaphore SERVED = new Semaphore(0);

    @Autowired
    Environment environment;

    @Autowired
    ScriptedProviders providers;

    @Autowired
    MeterRegistry meters;

    @Test
    void status200WithPartsAndAnEnd() throws Exception {
        var answer = get("whole", "text/event-stream");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, no-transform");
        assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(answer.body())
                .startsWith("event: part\nid: 1\ndata: {\"words\":\"line 1 é\"}\n\n"
                        + "event: part\nid: 2\ndata: {\"words\":\"line 2 é\"}\n\nevent: done\nid: 3\ndata: {\"meta\":{")
                .endsWith("}}\n\n");
    }

    @Test
    void aBodyAsksForPartsToo() throws Exception {
        var request = request("/api/song/ballad")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"how\": \"whole\"}"));

        assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).body()).contains("event: done");
    }

    @Test
    void aBreakIsToldInAnEvent() throws Exception {
        var answer = get("broken", "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("event: part\nid: 1\n", "event: error\nid: 2\ndata: {", "/docs/problems/stream-broken")
                .doesNotContain("event: done");
    }

    @Test
    void aFaultOfOursIsToldInAnEventToo() throws Exception {
        assertThat(get("bug after", "*/*").body()).contains("event: error", "/docs/problems/internal-error");
    }

    @Test
    void whatHasNoFirstPartIsAProblem() throws Exception {
        var refused = get("refused", "*/*");
        var bug = get("bug before", "*/*");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(bug.statusCode()).isEqualTo(500);
    }

    @Test
    void status406() throws Exception {
        assertThat(get("whole", "application/json").statusCode()).isEqualTo(406);
    }

    @Test
    void aPartThatIsTooLargeIsNotSent() throws Exception {
        assertThat(get("large", "*/*").statusCode()).isEqualTo(502);
    }

    @BeforeEach
    void forget() {
        providers.forgetStreams();
        SERVED.drainPermits();
    }

    @Test
    void aReaderWhoLeavesEndsIt() throws Exception {
        try (var socket = open("endless silence")) {
            read(socket.getInputStream(), "line 1");
        }

        assertThat(providers.streamEnded(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReaderWhoDoesNotKeepUpIsDropped() throws Exception {
        var before = meters.get("provider.streams.dropped").counter().count();
        try (var socket = open("endless")) {
            read(socket.getInputStream(), "line 1");

            assertThat(providers.streamEnded(30, TimeUnit.SECONDS)).isTrue();
            // the reader is still there and reads nothing, yet nobody waits for him
            assertThat(SERVED.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(meters.get("provider.streams.dropped").counter().count()).isEqualTo(before + 1);
        }
    }

    /// Tells when a request for an endless stream is over.
    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {
        @Bean
        Filter watching() {
            return (request, response, chain) -> {
                try {
                    chain.doFilter(request, response);
                } finally {
                    if ("endless".equals(request.getParameter("how"))) {
                        SERVED.release();
                    }
                }
            };
        }
    }

    private Socket open(String how) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        socket.getOutputStream()
                .write("GET /api/song/ballad?how=%s HTTP/1.1\r\nHost: atelier\r\n%s: %s\r\n\r\n"
                        .formatted(how.replace(" ", "%20"), InternalToken.HEADER, Atelier.token(Atelier.PAINTER))
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void read(InputStream in, String until) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(until) < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("ended after " + read);
            }
            read.append((char) next);
        }
    }

    private HttpResponse<String> get(String how, String accept) throws IOException, InterruptedException {
        var request = request("/api/song/ballad?how=" + how.replace(" ", "%20")).header("Accept", accept);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header(InternalToken.HEADER, Atelier.token(Atelier.PAINTER));
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
