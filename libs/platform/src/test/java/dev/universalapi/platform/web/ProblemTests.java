package dev.universalapi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

class ProblemTests extends StudioTests {

    @Test
    void unknownAddress() throws Exception {
        var problem = problem(send(to("/nowhere")), 404, "not-found");

        assertThat(problem.path("instance").asString()).isEqualTo("/nowhere");
        assertThat(problem.path("retryable").asBoolean()).isFalse();
        assertThat(problem.has("errors")).isFalse();
    }

    @Test
    void wrongMethod() throws Exception {
        var answer = send(to("/broken").DELETE());

        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }

    @Test
    void missingParameter() throws Exception {
        var problem = problem(send(to("/pictures")), 400, "invalid-parameter");

        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("number");
        assertThat(problem.path("errors").path(0).path("in").asString()).isEqualTo("query");
    }

    @Test
    void parameterOfTheWrongType() throws Exception {
        var problem = problem(send(to("/pictures?number=many")), 400, "invalid-parameter");

        assertThat(problem.path("detail").asString()).isEqualTo("number must be a int");
    }

    @Test
    void missingHeader() throws Exception {
        var problem = problem(send(to("/asking")), 400, "invalid-parameter");

        assertThat(problem.path("errors").path(0).path("in").asString()).isEqualTo("header");
    }

    @Test
    void unwantedForm() throws Exception {
        problem(send(to("/pictures?number=1").header("Accept", "image/png")), 406, "not-acceptable");
    }

    @Test
    void unreadType() throws Exception {
        problem(send(post("/pictures", "text/csv", "a,b")), 415, "unsupported-media-type");
    }

    @Test
    void unreadableBody() throws Exception {
        var problem = problem(send(post("/pictures", "application/json", "{")), 400, "invalid-parameter");

        assertThat(problem.path("errors").path(0).path("in").asString()).isEqualTo("body");
    }

    @Test
    void bodyOverTheLimitThatWasAnnounced() throws Exception {
        problem(send(post("/pictures", "application/json", " ".repeat(5000))), 413, "body-too-large");
    }

    @Test
    void bodyOverTheLimitThatWasNot() throws Exception {
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofString(" ".repeat(5000)));
        var request = to("/pictures").header("Content-Type", "application/json").POST(body);

        problem(send(request), 413, "body-too-large");
    }

    @Test
    void whatNobodyForesawIsLoggedOnceWithTheRequestId(CapturedOutput output) throws Exception {
        var answer = send(to("/broken").header("X-Request-Id", "req-of-the-test"));

        var problem = problem(answer, 500, "internal-error");
        assertThat(problem.path("requestId").asString()).isEqualTo("req-of-the-test");
        assertThat(answer.body()).doesNotContain("canvas");
        assertThat(output.getOut().lines().filter(line -> line.contains("the canvas is torn")))
                .singleElement()
                .satisfies(line -> {
                    var log = JSON.readTree(line);
                    assertThat(log.path("requestId").asString()).isEqualTo("req-of-the-test");
                    assertThat(log.path("traceId").asString()).hasSize(32);
                    assertThat(log.path("route").asString()).isEqualTo("/broken");
                });
    }

    @Test
    void whatFailsBeforeAnyControllerIsLoggedOnceToo(CapturedOutput output) throws Exception {
        var answer = send(to("/torn").header("X-Request-Id", "torn-request"));

        problem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("the filter is torn");
        assertThat(output.getOut().lines().filter(line -> line.contains("the filter is torn")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"requestId\":\"torn-request\""));
    }

    @Test
    void refusalWithEverythingInIt() throws Exception {
        var answer = send(to("/refused"));

        var problem = problem(answer, 429, "providers-rate-limited");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(problem.path("retryAfter").asInt()).isEqualTo(2);
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(problem.path("attempts")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pictures?number=1", "/nowhere", "/broken", "/error", "/actuator/health", "/"})
    void everyAddressIsShutWithoutAToken(String path) throws Exception {
        problem(send(anonymousTo(path)), 401, "internal-token-required");
        problem(send(anonymousTo(path).header(InternalToken.HEADER, "guess")), 401, "internal-token-required");
        problem(
                send(anonymousTo(path).header("Authorization", "Bearer " + keys.token())),
                401,
                "internal-token-required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pictures?number=%FF",
                "/pictures?number=1&%FF",
                "/pictures?number=1&a=%C0%80",
                "/pictures?number=1&a=%zz",
                "/pictures?number=1&a=%",
                "/pictures?=1",
                "/peeked?number=%FF"
            })
    void aQueryThatIsNoText(String address, CapturedOutput output) throws IOException {
        var answer = raw("GET %s HTTP/1.1\r\n%s: %s".formatted(address, InternalToken.HEADER, keys.token()));

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "invalid-parameter", "UTF-8");
        assertThat(output.getOut()).doesNotContain("InvalidParameterException");
    }

    @Test
    void aFormThatIsNoText() throws Exception {
        problem(send(post("/forms", "application/x-www-form-urlencoded", "number=%FF")), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /a|b HTTP/1.1", "GET /a%2fb HTTP/1.1", "GET /%zz HTTP/1.1"})
    void requestsThatNeverReachAnApplication(String line) throws IOException {
        assertThat(raw(line)).startsWith("HTTP/1.1 400").contains("application/problem+json", "invalid-parameter");
    }

    /// What no client library would send.
    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write("%s\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .formatted(request)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
