package dev.universalapi.platform.events.dead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.events.Garden;
import dev.universalapi.platform.events.garden.Watered;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a running service with real stores over a real socket: a test each status.
@RealStores
@ExtendWith(OutputCaptureExtension.class)
class DeadLetterRoutesTests {
    private static final String PATH = "/api/operations/dead-letters";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final RealDatabase DATABASE = Garden.database();

    @TempDir
    static Path folder;

    private static TokenMint mint;
    private static Garden garden;

    private final String organisation = "org-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        mint = TokenMint.of(key.toJSONString(), InstantSource.system());
        garden = Garden.serving(
                DATABASE, Files.writeString(folder.resolve("jwks.json"), new JWKSet(key).toString(true)));
    }

    @AfterAll
    static void stop() {
        garden.close();
    }

    @AfterEach
    void heal() {
        Garden.POISON.clear();
    }

    @Test
    void listsThoseThatWaitWithoutTheirContent() throws Exception {
        var id = bury();

        var answer = send(operator("?topic=garden.events&type=garden.watered.v1&cause=failed&limit=1000"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(JSON.readTree(answer.body())
                        .path("letters")
                        .valueStream()
                        .filter(letter -> letter.path("id").asString().equals(id)))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.path("organisation").asString()).isEqualTo(organisation);
                    assertThat(letter.path("cause").asString()).isEqualTo("FAILED");
                    assertThat(letter.has("content")).isFalse();
                    assertThat(letter.has("replayedAt")).isFalse();
                });
    }

    @Test
    void tellsTheLogWhatBecameADeadLetter(CapturedOutput output) {
        bury();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(output.getOut().lines())
                        .anySatisfy(line -> assertThat(line)
                                .contains("\"message\":\"An event became a dead letter\"", "\"reason\":\"")
                                .contains(organisation)));
    }

    @Test
    void listsThemAsATableForPeople() throws Exception {
        var id = bury();

        var answer = send(operator("").header("Accept", "text/plain"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body()).contains(id, organisation);
    }

    @Test
    void showsOneWhole() throws Exception {
        var id = bury();

        var letter = json(operator("/" + id), 200);

        assertThat(letter.path("id").asString()).isEqualTo(id);
        assertThat(letter.path("content").asString()).contains("\"litres\":5");
    }

    @Test
    void replaysOneAndListsItOnlyWhereThoseAreWanted() throws Exception {
        var id = bury();
        Garden.POISON.clear();

        var done = json(operator("/" + id + "/replay").POST(BodyPublishers.noBody()), 200);

        assertThat(done.path("replayed").asInt()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> garden.litres(organisation).equals(List.of(5, 1)));
        assertThat(send(operator("")).body()).doesNotContain(id);
        assertThat(send(operator("?replayed=true")).body()).contains(id, "replayedAt");
    }

    @Test
    void replaysAllOfAKind() throws Exception {
        bury();
        Garden.POISON.clear();

        var none = json(operator("/replay?type=garden.planted.v1").POST(BodyPublishers.noBody()), 200);
        var all = json(operator("/replay?type=garden.watered.v1&cause=failed").POST(BodyPublishers.noBody()), 200);

        assertThat(none.path("replayed").asInt()).isZero();
        assertThat(all.path("replayed").asInt()).isPositive();
        await().atMost(PATIENCE).until(() -> garden.litres(organisation).equals(List.of(5, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=1001",
                "?limit=many",
                "?replayed=perhaps",
                "?cause=luck",
                "?cause=",
                "?topic=%FF"
            })
    void refusesAQuestionThatCannotBe(String query) throws Exception {
        problem(operator(query), 400, "invalid-parameter");
    }

    @Test
    void replaysNothingForACauseThatDoesNotExist() throws Exception {
        problem(operator("/replay?cause=luck").POST(BodyPublishers.noBody()), 400, "invalid-parameter");
    }

    @Test
    void isShutWithoutAToken() throws Exception {
        problem(to(""), 401, "internal-token-required");
        problem(to("/garden.events:0:0"), 401, "internal-token-required");
        problem(to("/garden.events:0:0/replay").POST(BodyPublishers.noBody()), 401, "internal-token-required");
        problem(to("/replay").POST(BodyPublishers.noBody()), 401, "internal-token-required");
    }

    @Test
    void isForOperatorsAlone() throws Exception {
        var id = bury();

        problem(as("", "*"), 403, "forbidden");
        problem(as("", "operation"), 403, "forbidden");
        problem(as("/" + id), 403, "forbidden");
        problem(as("/" + id + "/replay").POST(BodyPublishers.noBody()), 403, "forbidden");
        problem(as("/replay").POST(BodyPublishers.noBody()), 403, "forbidden");
        assertThat(send(operator("")).body()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden.events:0:999999", "garden.events", "other.events:0:0", "a%20b"})
    void doesNotKnowOneThatIsNotThere(String id) throws Exception {
        problem(operator("/" + id), 404, "not-found");
        problem(operator("/" + id + "/replay").POST(BodyPublishers.noBody()), 404, "not-found");
    }

    @Test
    void neitherDeletesNorSendsThemOtherwise() throws Exception {
        problem(operator("").DELETE(), 405, "method-not-allowed");
        problem(operator("").header("Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void isUnavailableWhileKafkaIs() {
        var graveyard = new Graveyard(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofMillis(200));
        var undertaker = new Undertaker(
                () -> {
                    throw new AssertionError("nothing was found that could be sent");
                },
                "garden",
                new SimpleMeterRegistry());
        var controller = new DeadLettersController(
                new DeadLetters(graveyard, undertaker, garden.bean(Codec.class), List.of("garden.events")));
        var caller = new Caller("key", "ops", Caller.Environment.LIVE, List.of(DeadLettersController.SCOPE.toString()));

        assertThatThrownBy(() -> controller.get(caller, "garden.events:0:0"))
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE);
                    assertThat(thrown.retryAfter()).isPresent();
                });
    }

    /// The id of a letter of this test's own.
    private String bury() {
        var event = organisation + "-" + UUID.randomUUID();
        Garden.POISON.add(event);
        garden.publish(new Watered(organisation, event, 5, Instant.now()));
        return await().atMost(PATIENCE).until(() -> find(event), found -> !found.isEmpty());
    }

    private static String find(String event) throws IOException, InterruptedException {
        return json(operator("?limit=1000"), 200)
                .path("letters")
                .valueStream()
                .filter(letter -> letter.path("event").asString("").equals(event))
                .map(letter -> letter.path("id").asString())
                .findFirst()
                .orElse("");
    }

    private static HttpRequest.Builder operator(String rest) {
        return as(rest, DeadLettersController.SCOPE.toString());
    }

    private static HttpRequest.Builder as(String rest, String... scopes) {
        var caller = new Caller("key", "ops", Caller.Environment.LIVE, List.of(scopes));
        return to(rest).header(InternalToken.HEADER, mint.mint(caller));
    }

    private static HttpRequest.Builder to(String rest) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + garden.port() + PATH + rest));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static void problem(HttpRequest.Builder request, int status, String slug)
            throws IOException, InterruptedException {
        assertThat(json(request, status).path("type").asString()).isEqualTo("/docs/problems/" + slug);
    }
}
