package dev.universalapi.gateway.limit;

import static dev.universalapi.gateway.ProblemAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class LimitIntegrationTests {

    private static final int MEBIBYTE = 1024 * 1024;

    private static Upstream service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new Upstream("one");
        gateway = new RunningGateway(
                List.of(service.uri()),
                "--universal.gateway.limit.header-time=700ms",
                "--universal.gateway.limit.body-pause=700ms",
                "--universal.gateway.limit.grace=100ms");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void headersThatAreTooLargeAreRefusedByName() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/x", "X-Small", "1", "X-Large", "a".repeat(20_000));

        JsonNode problem = assertProblem(answer, ProblemType.HEADERS_TOO_LARGE);
        assertThat(problem.path("detail").asString()).contains("X-Large", "16384");
        assertThat(problem.path("errors").get(0).path("parameter").asString()).isEqualToIgnoringCase("X-Large");
        assertThat(problem.path("errors").get(0).path("in").asString()).isEqualTo("header");
    }

    @Test
    void headersUpToTheLimitPass() throws Exception {
        assertThat(gateway.get("/api/x", "X-Large", "a".repeat(15_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void headersThatAreFarTooLargeForTheDecoderAreAProblemToo() throws Exception {
        String answer =
                gateway.raw("GET /api/x HTTP/1.1\r\nHost: a\r\nX-Huge: %s\r\n\r\n".formatted("a".repeat(70_000)));

        assertThat(answer).startsWith("HTTP/1.1 431").contains("/docs/problems/headers-too-large", "X-Request-Id");
    }

    @Test
    void whatIsNoRequestIsAProblem() throws Exception {
        assertThat(gateway.raw("GET /api/%zz HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/docs/problems/invalid-parameter", "RFC 3986");
        assertThat(gateway.raw("HELLO\r\n\r\n")).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=%zz", "cursor=%", "cursor=%F", "cursor=a|b", "cursor=\u00e9\u20ac"})
    void aQueryThatIsNoneIsAProblem(String query) throws Exception {
        service.seen.clear();

        assertThat(gateway.raw("GET /api/x?%s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(query, gateway.key.text())))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/docs/problems/invalid-parameter");
        assertThat(service.seen).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsRefused() throws Exception {
        assertProblem(gateway.get("/api/x?q=" + "a".repeat(8 * 1024)), ProblemType.ADDRESS_TOO_LONG);
        assertThat(gateway.get("/api/x?q=" + "a".repeat(8_000)).statusCode()).isEqualTo(200);
        assertThat(gateway.raw("GET /api/x?%s HTTP/1.1\r\nHost: a\r\n\r\n".formatted("a".repeat(40_000))))
                .startsWith("HTTP/1.1 414")
                .contains("/docs/problems/address-too-long");
    }

    @Test
    void aBodyThatDeclaresTooMuchIsRefusedBeforeItIsSent() throws Exception {
        service.seen.clear();

        HttpResponse<String> answer =
                gateway.send(gateway.request("/api/size").POST(BodyPublishers.ofByteArray(new byte[10 * MEBIBYTE])));

        JsonNode problem = assertProblem(answer, ProblemType.BODY_TOO_LARGE);
        assertThat(problem.path("detail").asString()).contains("1048576", "10485760");
        assertThat(service.seen).isEmpty();
    }

    @Test
    void aBodyThatDeclaresNothingIsCounted() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request("/api/size")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MEBIBYTE]))));

        assertProblem(answer, ProblemType.BODY_TOO_LARGE);
    }

    @Test
    void bodiesUpToTheLimitPassWhole() throws Exception {
        HttpResponse<String> declared =
                gateway.send(gateway.request("/api/size").POST(BodyPublishers.ofByteArray(new byte[MEBIBYTE])));
        HttpResponse<String> chunked = gateway.send(gateway.request("/api/size")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[MEBIBYTE]))));

        assertThat(declared.body()).isEqualTo("1048576");
        assertThat(chunked.body()).isEqualTo("1048576");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "30001", "soon", "1.5", "99999999999999999999"})
    void aTimeoutOutOfBoundsIsRefusedByName(String timeout) throws Exception {
        JsonNode problem =
                assertProblem(gateway.get("/api/x", "X-Request-Timeout-Ms", timeout), ProblemType.INVALID_PARAMETER);

        assertThat(problem.path("errors").get(0).path("parameter").asString()).isEqualTo("X-Request-Timeout-Ms");
        assertThat(problem.path("detail").asString()).contains("1", "30000", timeout);
    }

    @Test
    void theServiceIsToldHowLongTheCallerWaits() throws Exception {
        gateway.get("/api/x");
        assertThat(service.seen.getLast().headers().get("X-Request-Timeout-Ms")).isEqualTo("10000");

        gateway.get("/api/x", "X-Request-Timeout-Ms", "30000");

        assertThat(service.seen.getLast().headers().get("X-Request-Timeout-Ms")).isEqualTo("30000");
    }

    @Test
    void aServiceThatStaysSilentIsAProblemInTime() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/slow", "X-Request-Timeout-Ms", "200");

        assertThat(assertProblem(answer, ProblemType.GATEWAY_TIMEOUT)
                        .path("detail")
                        .asString())
                .contains("search-service");
    }

    @Test
    void aConnectionWhoseHeadersDripIsClosed() throws Exception {
        try (Socket socket = gateway.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /api/x HTTP/1.1\r\nHost: a\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aBodyThatStopsComingIsAProblem() throws Exception {
        String answer = gateway.raw("""
                POST /api/size HTTP/1.1\r
                Host: a\r
                Authorization: Bearer %s\r
                Content-Length: 100\r
                \r
                only this""".formatted(gateway.key.text()));

        assertThat(answer).startsWith("HTTP/1.1 408").contains("/docs/problems/request-too-slow");
    }
}
