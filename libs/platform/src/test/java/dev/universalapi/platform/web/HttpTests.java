package dev.universalapi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTests extends StudioTests {

    @Test
    void writesMembersInOrderNullsAsNullDecimalsPlainAndTimesWithZone() throws Exception {
        var answer = send(to("/pictures?number=1"));

        assertThat(answer.body()).isEqualTo("""
                        {"title":"Nr. 1","painter":null,"price":1000,"finished":"1970-01-01T00:00:00Z","alphabet":"x"}""");
    }

    @Test
    void givesControllersWhatTheFiltersFoundOut() throws Exception {
        var answer = send(to("/asking")
                .header("X-Mood", "good")
                .header("X-Request-Id", "request-17")
                .header("X-Request-Timeout-Ms", "30000"));

        var found = JSON.readTree(answer.body());
        assertThat(found.path(0).asString()).isEqualTo("guild");
        assertThat(Integer.parseInt(found.path(1).asString())).isBetween(20_000, 30_000);
        assertThat(found.path(2).asString()).isEqualTo("request-17");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("request-17");
    }

    @Test
    void takesNoRequestIdThatIsNone() throws Exception {
        var answer = send(to("/pictures?number=1").header("X-Request-Id", "a b"));

        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/cellar", "/internal;a=b/cellar", "/%69nternal/cellar"})
    void whatIsInternalIsForOurOwnPartsAlone(String path) throws Exception {
        var part = new Caller("gateway", "-", Caller.Environment.LIVE, List.of("internal:identity"));

        problem(send(to(path)), 403, "forbidden");
        assertThat(send(anonymousTo(path).header(InternalToken.HEADER, keys.token(part)))
                        .body())
                .isEqualTo("[\"varnish\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "30001", "soon", "1.5", "99999999999", ""})
    void refusesATimeThatNobodyWaits(String millis) throws Exception {
        var problem = problem(
                send(to("/pictures?number=1").header("X-Request-Timeout-Ms", millis)), 400, "invalid-parameter");

        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("X-Request-Timeout-Ms");
    }

    @Test
    void compressesJsonFromTwoKilobytesAndNothingElse() throws Exception {
        assertThat(encoding("/pictures?number=5000")).isEqualTo("gzip");
        assertThat(encoding("/pictures?number=100")).isEqualTo("none");
        assertThat(encoding("/stream")).isEqualTo("none");
    }

    @Test
    void countsByRouteTemplateWithBucketsAndExemplars() throws Exception {
        send(to("/pictures?number=1").header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        send(to("/nowhere/4711"));

        var metrics = management("/actuator/prometheus", Map.of("Accept", "application/openmetrics-text"));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("application=\"studio\"")
                        && line.contains("le=\"0.25\"")
                        && line.contains("uri=\"/pictures\""))
                .anyMatch(line -> line.contains("trace_id=\"4bf92f3577b34da6a3ce929d0e0e4736\""))
                .noneMatch(line -> line.contains("4711"));
    }

    /// Prometheus before 2.43 refuses all that is told when there is one anywhere else.
    @Test
    void putsExemplarsBesideBucketsAndCountersAlone() throws Exception {
        send(to("/pictures?number=1").header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        var metrics = management("/actuator/prometheus", Map.of("Accept", "application/openmetrics-text"));

        assertThat(metrics.body().lines().filter(line -> line.contains(" # {")))
                .isNotEmpty()
                .allMatch(line -> line.matches("\\w+_(bucket|total)\\{.*"));
    }

    @Test
    void isAliveAndReadyOnTheManagementPortAndShowsNothingElseThere() throws Exception {
        assertThat(management("/actuator/health/readiness", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(management("/actuator/health/liveness", Map.of()).statusCode())
                .isEqualTo(200);
        assertThat(management("/actuator/env", Map.of()).statusCode()).isEqualTo(404);
        assertThat(management("/actuator/heapdump", Map.of()).statusCode()).isEqualTo(404);
    }

    private String encoding(String path) throws Exception {
        var answer = sendForBytes(to(path).header("Accept-Encoding", "gzip"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Encoding").orElse("none");
    }
}
