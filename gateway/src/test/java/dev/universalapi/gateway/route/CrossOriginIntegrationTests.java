package dev.universalapi.gateway.route;

import static dev.universalapi.gateway.ProblemAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrossOriginIntegrationTests {

    private static Upstream service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        service = new Upstream("one");
        gateway = new RunningGateway(
                List.of(service.uri()), "--universal.gateway.route.origins=https://app.example,https://other.example");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        service.close();
    }

    @Test
    void aPageOfAnAllowedOriginMayCall() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/x", "Origin", "https://app.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("X-Request-Id", "Retry-After"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void aPreflightNeedsNoKeyAndReachesNoService() throws Exception {
        service.seen.clear();

        HttpResponse<String> answer = gateway.send(HttpRequest.newBuilder(gateway.uri("/api/x"))
                .method("OPTIONS", BodyPublishers.noBody())
                .headers(
                        "Origin", "https://other.example",
                        "Access-Control-Request-Method", "GET",
                        "Access-Control-Request-Headers", "authorization,x-route"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("authorization", "x-route"));
        assertThat(service.seen).isEmpty();
    }

    @Test
    void aPageOfAnotherOriginIsRefused() throws Exception {
        assertProblem(gateway.get("/api/x", "Origin", "https://evil.example"), ProblemType.FORBIDDEN);
    }
}
