package dev.universalapi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/// What every problem of the edge has in common.
public final class ProblemAnswers {

    private ProblemAnswers() {}

    public static JsonNode assertProblem(HttpResponse<String> answer, ProblemType type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(type.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RunningGateway.json(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/" + type.slug());
        assertThat(problem.path("status").asInt()).isEqualTo(type.status());
        assertThat(problem.path("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        return problem;
    }
}
