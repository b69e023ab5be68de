package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.platform.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class LookupControllerTests extends AtelierTests {

    @Autowired
    MeterRegistry meters;

    @Test
    void status200() throws Exception {
        var answer = to(RED + "&shade=2").header("X-Request-Id", "request-1").exchange();

        var body = body(answer, 200);
        assertThat(answer.getResponse().getContentAsString()).contains("\"price\":0.0000001,\"mixedAt\":null");
        assertThat(body.path("meta").path("provider").asString()).isEqualTo("pigments");
        assertThat(body.path("meta").path("receipt").asString()).isEqualTo("request-1");
        assertThat(body.path("meta").path("attempts").path(0).path("outcome").asString())
                .isEqualTo("ok");
        assertThat(body.path("meta").has("attribution")).isTrue();
        assertThat(answer.getResponse().getHeader("X-Request-Id")).isEqualTo("request-1");
        assertThat(providers.asked()).isEqualTo(new Colour("red", 0, 2));
    }

    @Test
    void status200ForAPlanThatAsksNobody() throws Exception {
        var plan = body(to(RED + "&dryRun=true").exchange(), 200);

        assertThat(plan.path("candidates").path(1).path("removedBy").asString()).isEqualTo("no-credential");
        assertThat(plan.path("attempts")).isEmpty();
        body(to(RED + "&dryRun=false").exchange(), 200);
    }

    @Test
    void carriesWhoAsksAndHowLongTheyWait() throws Exception {
        body(
                to(RED).header("X-Request-Timeout-Ms", "1000")
                        .header("X-Route", "{\"only\":[\"pigments\"]}")
                        .exchange(),
                200);

        var asking = providers.asking();
        assertThat(asking.organisation()).isEqualTo("guild");
        assertThat(asking.route()).isEqualTo(new Route(List.of(), List.of("pigments"), List.of()));
        assertThat(Duration.between(Instant.now(), asking.deadline())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void status400NamesEveryMistake() throws Exception {
        var problem = problem(to("/api/paint/colour?name=red&shade=x").exchange(), 400, "invalid-parameter");

        assertThat(problem.path("errors")).hasSize(2);
        assertThat(problem.path("detail").asString()).contains("latitude is missing", "; ", "shade must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryRun=yes", "dryRun=", "dryRun=true&dryRun=true"})
    void status400ForADryRunThatIsNeither(String dryRun) throws Exception {
        var problem = problem(to(RED + "&" + dryRun).exchange(), 400, "invalid-parameter");

        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("dryRun");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pigments", "[]", "{\"first\":[]}", "{\"only\":\"pigments\"}", "{\"only\":[1]}"})
    void status400ForARoute(String route) throws Exception {
        var problem = problem(to(RED).header("X-Route", route).exchange(), 400, "invalid-route");

        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("X-Route");
        assertThat(problem.path("errors").path(0).path("in").asString()).isEqualTo("header");
    }

    @Test
    void status400ForARouteThatTheEngineRefuses() throws Exception {
        providers.refuse(ProblemType.INVALID_ROUTE, null);

        var problem = problem(to(RED).exchange(), 400, "invalid-route");

        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("X-Route");
    }

    @Test
    void status401() throws Exception {
        problem(http.get().uri(RED).exchange(), 401, "internal-token-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"only\":[\"pigments\"]}", "{\"order\":[\"dye-works\",\"pigments\"]}"})
    void status403ForARouteToWhomTheKeyMayNotUse(String route) throws Exception {
        var answer = toAs(RED, limited("paint:read", "provider.dye-works:use"))
                .header("X-Route", route)
                .exchange();

        var problem = problem(answer, 403, "scope-missing");
        assertThat(problem.path("detail").asString()).contains("provider.pigments:use");
        assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo("X-Route");
    }

    @Test
    void asksThoseAloneThatTheKeyNames() throws Exception {
        body(toAs(RED, limited("paint:read", "provider.pigments:use")).exchange(), 200);
        assertThat(providers.asking().route().permitted()).containsExactly("pigments");

        body(
                toAs(RED, limited("paint:read", "provider.pigments:use", "provider.*:use"))
                        .exchange(),
                200);
        assertThat(providers.asking().route()).isEqualTo(Route.ANY);
        body(toAs(RED, limited("paint:read")).exchange(), 200);
        assertThat(providers.asking().route()).isEqualTo(Route.ANY);
    }

    @Test
    void status404ForACategory() throws Exception {
        var problem = problem(to("/api/paintt/colour").exchange(), 404, "not-found");

        assertThat(problem.path("detail").asString())
                .isEqualTo("There is no category paintt; there are paint, song, tool.");
    }

    @Test
    void status404ForAnOperation() throws Exception {
        var problem = problem(to("/api/paint/%s".formatted("o".repeat(100))).exchange(), 404, "not-found");

        assertThat(problem.path("detail").asString())
                .startsWith("There is no operation paint/ooo")
                .endsWith("o…; there are paint/colour, paint/order, paint/swatch.");
    }

    @Test
    void status405() throws Exception {
        var answer = http.put()
                .uri(RED)
                .header("X-Internal-Token", Atelier.token(Atelier.PAINTER))
                .exchange();

        problem(answer, 405, "method-not-allowed");
    }

    @Test
    void status429WithTheSoonestRetry() throws Exception {
        providers.refuse(ProblemType.PROVIDERS_RATE_LIMITED, Duration.ofSeconds(17));

        var answer = to(RED).exchange();

        var problem = problem(answer, 429, "providers-rate-limited");
        assertThat(problem.path("retryAfter").asInt()).isEqualTo(17);
        assertThat(problem.path("attempts").path(0).path("outcome").asString()).isEqualTo("rate-limited");
        assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("17");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_INPUT, 400, invalid-input",
        "NO_RESULT, 404, no-result",
        "UNSUPPORTED_QUERY, 422, unsupported-query",
        "PROVIDERS_FAILED, 502, providers-failed",
        "CREDENTIALS_EXHAUSTED, 502, credentials-exhausted",
        "NO_PROVIDER, 503, no-provider",
        "PROVIDERS_TIMED_OUT, 504, providers-timed-out"
    })
    void whatTheEngineRefusesIsThatProblem(ProblemType type, int status, String slug) throws Exception {
        providers.refuse(type, null);

        var problem = problem(to(RED).exchange(), status, slug);

        assertThat(problem.path("detail").asString()).isEqualTo("Nobody wants to.");
        assertThat(problem.path("attempts")).hasSize(1);
    }

    @Test
    void status500() throws Exception {
        providers.fail(new IllegalStateException("a bug"));

        problem(to(RED).exchange(), 500, "internal-error");
    }

    private static Caller limited(String... scopes) {
        return new Caller("key-1", "guild", Caller.Environment.LIVE, List.of(scopes));
    }

    @Test
    void status503ForATestKeyWithoutSandbox() throws Exception {
        problem(toAs(RED, Atelier.APPRENTICE).exchange(), 503, "no-provider");
    }
}
