package dev.universalapi.gateway;

import static dev.universalapi.gateway.ProblemAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.Upstream.Seen;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.TokenVerifier;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIntegrationTests {

    private static Upstream service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new Upstream("one");
        gateway = new RunningGateway(List.of(service.uri()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @BeforeEach
    void forget() {
        service.seen.clear();
    }

    @Test
    void aCallerWithAKeyIsAnsweredByTheService() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/weather/current?latitude=48.8&longitude=2.3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"from\":\"one\"}");
        assertThat(lastSeen().uri()).isEqualTo("/api/weather/current?latitude=48.8&longitude=2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=%FF, cursor=%FF",
        "cursor=%C0%80, cursor=%C0%80",
        "a=%5Bx%5D+y%20z&b, a=%5Bx%5D+y%20z&b",
        "a=[x%20y], a=%5Bx%20y%5D",
        "a[]=1, a%5B%5D=1",
        "q=%E2%82%AC&q=%2526, q=%E2%82%AC&q=%2526"
    })
    void aQueryReachesTheServiceAsItWasSent(String query, String seen) throws Exception {
        gateway.get("/api/x?" + query);

        assertThat(lastSeen().uri()).isEqualTo("/api/x?" + seen);
    }

    @Test
    void theServiceIsToldWhoCallsAndNeverTheKey() throws Exception {
        gateway.get("/api/x");

        assertThat(lastSeen().headers().contains("Authorization")).isFalse();
        assertThat(lastSeen().headers().toString()).doesNotContain(gateway.key.text());
        var caller = TokenVerifier.of(gateway.jwks(), InstantSource.system())
                .verify(lastSeen().headers().get("X-Internal-Token"))
                .orElseThrow();
        assertThat(caller.organisation()).isEqualTo("acme");
        assertThat(caller.environment()).isEqualTo(Environment.LIVE);
        assertThat(gateway.key.sha256()).startsWith(caller.keyId());
    }

    @Test
    void oneCallersTokenIsUsedAgain() throws Exception {
        gateway.get("/api/x");
        String first = lastSeen().headers().get("X-Internal-Token");

        gateway.get("/api/y");

        assertThat(lastSeen().headers().get("X-Internal-Token")).isEqualTo(first);
    }

    @Test
    void whatACallerPretendsToBeOursIsDropped() throws Exception {
        gateway.get(
                "/api/x",
                "X-Internal-Token",
                "forged",
                "x-internal-anything",
                "forged",
                "X-Internal-Address",
                "203.0.113.7",
                "X-Request-Id",
                "forged-request-id",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=10.0.0.1");

        assertThat(lastSeen().headers().getAll("X-Internal-Token"))
                .singleElement()
                .asString()
                .isNotEqualTo("forged");
        assertThat(lastSeen().headers().contains("X-Internal-Anything")).isFalse();
        assertThat(lastSeen().headers().getAll("X-Internal-Address")).containsExactly("127.0.0.1");
        assertThat(lastSeen().headers().get("X-Request-Id")).isNotEqualTo("forged-request-id");
        assertThat(lastSeen().headers().contains("X-Forwarded-For")).isFalse();
        assertThat(lastSeen().headers().contains("X-Forwarded-Host")).isFalse();
        assertThat(lastSeen().headers().contains("Forwarded")).isFalse();
    }

    @Test
    void hopByHopHeadersEndHereAndCannotTakeOursAlong() throws Exception {
        gateway.raw("""
                GET /api/x HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Connection: close, X-Internal-Token, X-Secret\r
                X-Secret: 1\r
                TE: trailers\r
                Proxy-Authorization: Basic eA==\r
                \r
                """.formatted(gateway.key.text()));

        assertThat(lastSeen().headers().contains("X-Internal-Token")).isTrue();
        assertThat(lastSeen().headers().contains("X-Secret")).isFalse();
        assertThat(lastSeen().headers().contains("TE")).isFalse();
        assertThat(lastSeen().headers().contains("Proxy-Authorization")).isFalse();
    }

    @Test
    void everyAnswerCarriesTheRequestIdTheServiceSaw() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/x");

        assertThat(answer.headers().allValues("X-Request-Id"))
                .containsExactly(lastSeen().headers().get("X-Request-Id"));
    }

    @Test
    void answersAreSafeInABrowserAndSayNothingOfTheServer() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/x");

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aTraceGoesThroughToTheService() throws Exception {
        gateway.get("/api/x", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        assertThat(lastSeen().headers().get("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    }

    @Test
    void aTraceBeginsHereIfTheCallerHasNone() throws Exception {
        gateway.get("/api/x");

        assertThat(lastSeen().headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    }

    @Test
    void statusesOfTheServiceStayAsTheyAre() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/teapot");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("no coffee");
    }

    @Test
    void withoutAKeyTheAnswerSaysHowToGetOne() throws Exception {
        HttpResponse<String> answer = gateway.getWithoutKey("/api/x");

        assertThat(assertProblem(answer, ProblemType.MISSING_KEY).path("detail").asString())
                .contains("Authorization: Bearer", "./universal up");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(service.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer uapi_live_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8q",
                "Bearer nonsense",
                "Basic dXNlcjpwYXNz",
                "Bearer",
                ""
            })
    void aMistypedKeyIsInvalid(String authorization) throws Exception {
        assertProblem(gateway.getWithoutKey("/api/x", "Authorization", authorization), ProblemType.INVALID_KEY);
    }

    @Test
    void aWellFormedKeyThatIsNobodysIsInvalid() throws Exception {
        ApiKey stranger = ApiKey.random(Environment.LIVE, new SecureRandom());

        assertProblem(
                gateway.getWithoutKey("/api/x", "Authorization", "Bearer " + stranger.text()), ProblemType.INVALID_KEY);
    }

    @Test
    void aKeyAddedToTheFileIsKnownSoon() throws Exception {
        ApiKey added = ApiKey.random(Environment.TEST, new SecureRandom());

        Files.writeString(gateway.keys, "%s acme live\n%s acme test\n".formatted(gateway.key.sha256(), added.sha256()));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                gateway.getWithoutKey("/api/x", "Authorization", "Bearer " + added.text())
                                        .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void anUnknownAddressIsAProblemEvenWithoutAKey() throws Exception {
        assertProblem(gateway.getWithoutKey("/nothing/here"), ProblemType.NOT_FOUND);
        assertProblem(gateway.getWithoutKey("/apiary"), ProblemType.NOT_FOUND);
    }

    @Test
    void pagesCanOnlyBeRead() throws Exception {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(gateway.uri("/docs")).POST(BodyPublishers.ofString("x")));

        assertThat(assertProblem(answer, ProblemType.METHOD_NOT_ALLOWED)
                        .path("detail")
                        .asString())
                .contains("POST", "GET");
    }

    @Test
    void whatRunsIsToldToEveryKeyAndToNobodyElse() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/info");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(RunningGateway.json(answer).at("/data/version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(RunningGateway.json(answer).at("/data/mode").asString()).isEqualTo("live");
        assertProblem(gateway.getWithoutKey("/api/info"), ProblemType.MISSING_KEY);
        assertProblem(
                gateway.send(gateway.request("/api/info").POST(BodyPublishers.noBody())),
                ProblemType.METHOD_NOT_ALLOWED);
    }

    @Test
    void theApiIsAPageThatLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = gateway.getWithoutKey("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http://", "https://").contains("lang=\"en\"", "<label");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe-eval"));
        for (String part : List.of("docs.js", "docs.css", "swagger-ui.css", "swagger-ui-bundle.js")) {
            assertThat(page.body()).contains("/docs/" + part);
            assertThat(gateway.getWithoutKey("/docs/" + part).statusCode())
                    .as(part)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemHasAPage(ProblemType type) throws Exception {
        HttpResponse<String> page = gateway.getWithoutKey(type.type().toString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<h1>" + type.title() + "</h1>", "<title>" + type.title() + "</title>");
    }

    @Test
    void aProblemPageIsMarkdownForWhoPrefersIt() throws Exception {
        HttpResponse<String> page = gateway.getWithoutKey("/docs/problems/not-found", "Accept", "text/markdown");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(page.body()).startsWith("# " + ProblemType.NOT_FOUND.title());
    }

    @Test
    void theListOfProblemsLeadsToEachAndAnUnknownOneToNone() throws Exception {
        assertThat(gateway.getWithoutKey("/docs/problems").body())
                .contains("<a href=\"/docs/problems/not-found\">", "<a href=\"/docs/problems/overloaded\">");
        assertProblem(gateway.getWithoutKey("/docs/problems/never-heard-of"), ProblemType.NOT_FOUND);
    }

    @Test
    void itsHealthIsOpenAndTheRestOfItIsOnAnotherPort() throws Exception {
        assertThat(gateway.getWithoutKey("/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertProblem(gateway.getWithoutKey("/actuator/health"), ProblemType.NOT_FOUND);
        assertThat(management("/actuator/health/readiness").body()).contains("\"UP\"", "transport");
        assertThat(management("/actuator/gateway/routes").statusCode()).isEqualTo(404);
        assertThat(management("/actuator/env").statusCode()).isEqualTo(404);
    }

    /// Writes what it tells, `target/figures/gateway.txt`: rules and boards are compared with it.
    @Test
    void figuresAreLabelledByRouteNeverByPath() throws Exception {
        gateway.get("/api/very/special/path");

        String figures = management("/actuator/prometheus").body();
        Path folder = Files.createDirectories(Path.of("target", "figures"));
        Files.writeString(folder.resolve("gateway.txt"), figures);

        assertThat(figures).contains("uri=\"/api/**\"").doesNotContain("very/special");
    }

    private static HttpResponse<String> management(String path) throws Exception {
        return gateway.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.managementPort() + path)));
    }

    private static Seen lastSeen() {
        return service.seen.getLast();
    }
}
