package dev.universalapi.gateway.identity;

import static dev.universalapi.gateway.ProblemAnswers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.gateway.RunningGateway;
import dev.universalapi.gateway.Upstream;
import dev.universalapi.gateway.identity.account.Accounts;
import dev.universalapi.gateway.identity.account.AuthStandIn;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.TokenVerifier;
import dev.universalapi.testkit.store.RealRedis;
import dev.universalapi.testkit.store.RealStores;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/// The whole way of a key, with an auth-service that stands in and a real Redis.
@RealStores
@Timeout(60)
class IdentityIntegrationTests {
    private static final String WEATHER = "/api/weather/current";
    private static final JsonMapper JSON = new JsonMapper();

    private static Upstream service;
    private static AuthStandIn auth;
    private static RealRedis redis;
    private static RunningGateway gateway;

    private final ApiKey key = ApiKey.random(Environment.LIVE, new SecureRandom());

    @BeforeAll
    static void start() {
        service = new Upstream("search-service");
        auth = new AuthStandIn();
        redis = RealRedis.start();
        gateway = new RunningGateway(
                Map.of("search-service", List.of(service.uri()), "auth-service", List.of(auth.uri())),
                "--universal.gateway.identity.service=auth-service",
                "--universal.gateway.identity.timeout=6s",
                "--universal.gateway.identity.reported=100ms",
                "--spring.cloud.gateway.server.webflux.httpclient.pool.acquire-timeout=20000",
                "--universal.gateway.scopes=classpath:dev/universalapi/gateway/identity/scopes.tsv",
                "--universal.live.gateway.plans.free.rates[0].requests=100000",
                "--universal.live.gateway.plans.free.rates[0].per=1m",
                "--universal.live.gateway.plans.free.concurrent=10000",
                "--universal.live.gateway.plans.free.streams=10",
                "--universal.redis.uri=" + redis.uri());
        await().until(() -> figure("gateway_identity_feed_connected") == 1);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        redis.close();
        auth.close();
        service.close();
    }

    @AfterEach
    void mend() {
        auth.waitsFor(Mono.empty());
        auth.fails(0);
        service.seen.clear();
    }

    @Test
    void theServiceIsToldWhoseKeyItIs() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", "");

        assertThat(get(WEATHER).statusCode()).isEqualTo(200);

        var token = service.seen.getLast().headers().get("X-Internal-Token");
        var id = "key_" + key.sha256().substring(0, 8);
        assertThat(caller(token))
                .isEqualTo(new Caller(id, "org_1", "prj_1", Environment.LIVE, List.of("weather:read"), "internal"));
    }

    @Test
    void theGatewayAsksForItself() throws Exception {
        get(WEATHER);

        var asker = caller(auth.tokens.getLast());
        assertThat(asker.keyId()).isEqualTo("gateway");
        assertThat(asker.organisation()).isEqualTo("-");
        assertThat(asker.scopes()).containsExactly("internal:identity");
    }

    @Test
    void aThousandWhoCallAtOnceAreOneQuestion() {
        auth.knows(key.sha256(), "\"weather:read\"", "");
        var held = Sinks.<Void>one();
        auth.waitsFor(held.asMono());

        var answers = IntStream.range(0, 1_000)
                .mapToObj(_ -> gateway.client().sendAsync(request(WEATHER, key), BodyHandlers.ofString()))
                .toList();
        await().until(() -> auth.asked.contains(key.sha256()));
        held.tryEmitEmpty();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

        assertThat(answers)
                .extracting(answer -> answer.join().body())
                .noneMatch(body -> body.contains("invalid-key") || body.contains("identity-unavailable"))
                .anyMatch(body -> body.contains("search-service"));
        assertThat(auth.asked).filteredOn(key.sha256()::equals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "expired", "revoked"})
    void aKeyThatIsNotGoodLooksLikeOneThatIsNobodys(String status) throws Exception {
        var nobodys = assertProblem(get(WEATHER), ProblemType.INVALID_KEY);
        var other = ApiKey.random(Environment.LIVE, new SecureRandom());
        auth.knowsAs(other.sha256(), status);

        var refused = assertProblem(send(request(WEATHER, other)), ProblemType.INVALID_KEY);

        assertThat(refused.path("detail")).isEqualTo(nobodys.path("detail"));
        assertThat(refused.path("title")).isEqualTo(nobodys.path("title"));
    }

    @Test
    void aKeyWhoseTimeIsUpIsInvalidHoweverWellItIsRemembered() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", ", \"expiresAt\": \"2026-01-01T00:00:00Z\"");

        assertProblem(get(WEATHER), ProblemType.INVALID_KEY);
    }

    @Test
    void aKeyOfTheOtherEnvironmentIsInvalid() throws Exception {
        var test = ApiKey.random(Environment.TEST, new SecureRandom());
        auth.knows(test.sha256(), "\"weather:read\"", "");

        assertProblem(send(request(WEATHER, test)), ProblemType.INVALID_KEY);
    }

    @Test
    void aKeyOfASuspendedOrganisationIsToldSo() throws Exception {
        auth.knowsAs(key.sha256(), "suspended");

        assertProblem(get(WEATHER), ProblemType.ORGANISATION_SUSPENDED);
    }

    @Test
    void aKeyMayBeUsedFromItsNetworksAlone() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", ", \"networks\": [\"10.0.0.0/8\"]");
        var near = ApiKey.random(Environment.LIVE, new SecureRandom());
        auth.knows(near.sha256(), "\"weather:read\"", ", \"networks\": [\"10.0.0.0/8\", \"127.0.0.0/8\"]");

        assertProblem(get(WEATHER), ProblemType.NETWORK_REFUSED);
        assertThat(send(request(WEATHER, near)).statusCode()).isEqualTo(200);
    }

    @Test
    void aForwardedAddressIsNotWhereAKeyIsUsedFrom() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", ", \"networks\": [\"10.0.0.0/8\"]");

        var answer = send(HttpRequest.newBuilder(request(WEATHER, key), (_, _) -> true)
                .header("X-Forwarded-For", "10.0.0.1")
                .header("Forwarded", "for=10.0.0.1")
                .build());

        assertProblem(answer, ProblemType.NETWORK_REFUSED);
    }

    @Test
    void aScopeThatIsMissingIsNamed() throws Exception {
        auth.knows(key.sha256(), "\"finance:read\", \"weather:write\"", "");

        var problem = assertProblem(get(WEATHER), ProblemType.SCOPE_MISSING);

        assertThat(problem.path("detail").asString()).contains("weather:read");
        assertThat(service.seen).isEmpty();
    }

    @Test
    void whatNobodyPublishedIsNotThere() throws Exception {
        auth.knows(key.sha256(), "\"*:*\"", "");

        assertProblem(get("/api/weather/tomorrow-maybe"), ProblemType.NOT_FOUND);
        assertProblem(get("/api/weather/../keys"), ProblemType.NOT_FOUND);
        assertProblem(get("/api/operations/dead-letters/%2e%2e/replay"), ProblemType.NOT_FOUND);
        assertProblem(send(request("/api/catalogue", key, "DELETE")), ProblemType.METHOD_NOT_ALLOWED);
        assertThat(service.seen).isEmpty();
    }

    @Test
    void everyKeyMaySeeWhatThereIsToAsk() throws Exception {
        auth.knows(key.sha256(), "", "");

        assertThat(get("/api/catalogue").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewKeyWorksAtOnceWhereItWasJustRefused() throws Exception {
        assertProblem(get(WEATHER), ProblemType.INVALID_KEY);

        auth.knows(key.sha256(), "\"weather:read\"", "");
        tell("key", key.sha256());

        await().untilAsserted(() -> assertThat(get(WEATHER).statusCode()).isEqualTo(200));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", "");
        assertThat(get(WEATHER).statusCode()).isEqualTo(200);

        auth.knowsAs(key.sha256(), "revoked");
        assertThat(get(WEATHER).statusCode()).isEqualTo(200);
        tell("key", key.sha256());

        await().untilAsserted(() -> assertProblem(get(WEATHER), ProblemType.INVALID_KEY));
    }

    @Test
    void aSuspendedOrganisationIsRefusedWithAllItsKeys() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", "");
        assertThat(get(WEATHER).statusCode()).isEqualTo(200);

        auth.knowsAs(key.sha256(), "suspended");
        tell("organisation", "org_1");

        await().untilAsserted(() -> assertProblem(get(WEATHER), ProblemType.ORGANISATION_SUSPENDED));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 403})
    void whileNobodyCanBeAskedTheKnownGoOnAndTheUnknownAreAskedToWait(int status) throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", "");
        assertThat(get(WEATHER).statusCode()).isEqualTo(200);
        auth.fails(status);
        gateway.context.getBean(Accounts.class).missed();
        var stranger = ApiKey.random(Environment.LIVE, new SecureRandom());

        var waits = send(request(WEATHER, stranger));
        var goesOn = get(WEATHER);
        auth.fails(0);

        assertProblem(waits, ProblemType.IDENTITY_UNAVAILABLE);
        assertThat(waits.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(goesOn.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertProblem(send(request(WEATHER, stranger)), ProblemType.INVALID_KEY));
    }

    @Test
    void anAuthServiceThatIsSilentIsAwayToo() throws Exception {
        auth.waitsFor(Mono.never());

        assertProblem(get(WEATHER), ProblemType.IDENTITY_UNAVAILABLE);

        auth.waitsFor(Mono.empty());
        await().untilAsserted(() -> assertProblem(get(WEATHER), ProblemType.INVALID_KEY));
    }

    @Test
    void theTimeOfLastUseIsReported() throws Exception {
        auth.knows(key.sha256(), "\"weather:read\"", "");
        var id = "key_" + key.sha256().substring(0, 8);

        get(WEATHER);

        await().untilAsserted(() -> assertThat(auth.used)
                .anySatisfy(report -> assertThat(
                                JSON.readTree(report).path("used").path(id).asString())
                        .matches("20..-.*Z")));
    }

    @Test
    void whoIsRefusedIsToldToTheAuditLogAndTheKeyIsNot() throws Exception {
        auth.knows(key.sha256(), "\"finance:read\"", "");
        var id = "key_" + key.sha256().substring(0, 8);

        get(WEATHER);

        await().untilAsserted(() -> assertThat(auth.refused)
                .anySatisfy(report -> assertThat(
                                JSON.readTree(report).path("failures").valueStream())
                        .anySatisfy(failure -> {
                            assertThat(failure.path("key").asString("")).isEqualTo(id);
                            assertThat(failure.path("action").asString()).isEqualTo("authz_fail");
                            assertThat(failure.at("/details/reason").asString()).isEqualTo("scope-missing");
                        })));
        assertThat(auth.refused).noneMatch(report -> report.contains(key.text()) || report.contains(key.sha256()));
    }

    @Test
    void refusalsAreCountedByProblem() throws Exception {
        auth.knows(key.sha256(), "\"finance:read\"", "");
        var before = figure("gateway_identity_refusals_total{application=\"gateway\",problem=\"scope-missing\"}");

        get(WEATHER);

        assertThat(figure("gateway_identity_refusals_total{application=\"gateway\",problem=\"scope-missing\"}"))
                .isEqualTo(before + 1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path, key));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return gateway.client().send(request, BodyHandlers.ofString());
    }

    private static HttpRequest request(String path, ApiKey key) {
        return request(path, key, "GET");
    }

    private static HttpRequest request(String path, ApiKey key, String method) {
        return HttpRequest.newBuilder(gateway.uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + key.text())
                .build();
    }

    private static Caller caller(String token) {
        return TokenVerifier.of(gateway.jwks(), InstantSource.system())
                .verify(token)
                .orElseThrow();
    }

    private static void tell(String kind, String id) {
        try (var client = RedisClient.create(redis.uri().toString())) {
            client.connect().sync().xadd("uapi:identity", Map.of("kind", kind, "id", id));
        }
    }

    /// A line of the figures, 0 if there is none.
    private static double figure(String name) {
        try {
            var figures = gateway.send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + gateway.managementPort() + "/actuator/prometheus")));
            return figures.body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .mapToDouble(Double::parseDouble)
                    .sum();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
