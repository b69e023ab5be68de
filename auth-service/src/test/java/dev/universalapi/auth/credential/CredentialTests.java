package dev.universalapi.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.auth.AuthTests;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.TokenVerifier;
import dev.universalapi.platform.tenant.SystemDatabase;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

class CredentialTests extends AuthTests {
    private static final FakeHost HOST = new FakeHost();
    private static final Path MASTERS = Path.of("target", "test-masters");
    private static final String VALUE = "0123456789abcdef";
    private static final String BODY = "{\"values\":{\"WEATHERAPI_KEY\":\"" + VALUE + "\"}}";
    private static final String WEATHER = "/api/credentials/weatherapi";
    private static String partsKeys = "";

    /// So that nothing of another test is there.
    private final String organisation = "org_" + UUID.randomUUID();

    @Autowired
    SystemDatabase system;

    @DynamicPropertySource
    static void wireHost(DynamicPropertyRegistry properties) throws IOException, JOSEException {
        writeMasters("first");
        var key = new ECKeyGenerator(Curve.P_256).keyID("parts-1").generate();
        partsKeys = new JWKSet(key).toString(true);
        var file = Files.writeString(Path.of("target", "test-parts.json"), key.toJSONString());
        properties.add("universal.security.signing-key", () -> file.toUri().toString());
        properties.add("universal.auth.credential.masters", MASTERS::toString);
        properties.add("spring.cloud.discovery.client.simple.instances.search-service[0].uri", HOST::address);
    }

    @BeforeEach
    void begin() {
        HOST.finds(200, "{\"outcome\":\"ok\"}");
        HOST.forget();
        system.jdbc().sql("""
                        insert into organisation (organisation, name, plan, created_at, changed_at)
                        values (?, 'Acme', 'free', now(), now())""").param(organisation).update();
    }

    @Test
    void isTriedOutKeptAndNeverShownAgain() throws Exception {
        var put = put(BODY, 201);

        assertThat(HOST.asked()).containsExactly("POST /internal/credentials/weatherapi/verify " + BODY);
        var shown = TokenVerifier.of(partsKeys, InstantSource.system())
                .verify(HOST.tokens().getLast());
        assertThat(shown.orElseThrow().scopes()).containsExactly(Badge.VERIFY);
        assertThat(put.path("values").toString()).isEqualTo("{\"WEATHERAPI_KEY\":\"…cdef\"}");
        assertThat(put.path("order").asString()).isEqualTo("before");
        assertThat(put.path("onDead").asString()).isEqualTo("operator");
        assertThat(put.path("state").asString()).isEqualTo("well");
        assertThat(put.path("verifiedAt").isNull()).isFalse();
        assertThat(get(200)).isEqualTo(put);
        assertThat(json(mine("/api/credentials"), 200).path("data")).hasSize(1);
        assertThat(row("select content::text || wrapped::text || shown::text || master from credential"))
                .doesNotContain(VALUE)
                .doesNotContain(Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8)));
        assertThat(row("select string_agg(event, '') from audit_event"))
                .contains("credential.create")
                .doesNotContain(VALUE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told()).contains("credential " + organisation + "/weatherapi"));
    }

    @Test
    void isHandedToHostsAlone() throws Exception {
        put("{\"values\":{\"WEATHERAPI_KEY\":\"%s\"},\"order\":\"after\",\"onDead\":\"fail\"}".formatted(VALUE), 201);

        var having = json(asHost("/internal/credentials/" + organisation), 200);
        var delivered = send(asHost(delivery()));

        assertThat(having.path("providers").toString()).isEqualTo("[\"weatherapi\"]");
        assertThat(delivered.body())
                .isEqualTo(
                        "{\"values\":{\"WEATHERAPI_KEY\":\"%s\"},\"order\":\"after\",\"onDead\":\"fail\",\"state\":\"well\",\"version\":1}"
                                .formatted(VALUE));
        assertThat(delivered.headers().firstValue("Cache-Control")).contains("no-store");
        for (var scope : List.of("internal:identity", "internal:verify", "*:*", "credentials:read", "operator:read")) {
            assertThat(send(as("-", delivery(), scope)).statusCode()).isEqualTo(403);
        }
        assertThat(json(asHost("/internal/credentials/" + organisation + "/other"), 404)
                        .path("type")
                        .asString())
                .isEqualTo("/docs/problems/not-found");
        assertThat(send(asHost("/internal/credentials/%20/other")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"outcome\":\"dead-key\",\"message\":\"Bad key.\"} | 422 | credential-refused | weatherapi does not take it. Bad key.",
                "200 | {\"outcome\":\"timeout\"}                           | 502 | providers-failed   | timeout",
                "200 | {\"outcome\":\"unavailable\",\"message\":\"Down\"}  | 502 | providers-failed   | unavailable: Down",
                "500 | {}                                                  | 502 | providers-failed   | the host answered 500",
                "200 | not JSON                                            | 502 | providers-failed   | the host did not answer",
                "400 | {\"detail\":\"it needs WEATHERAPI_KEY\"}            | 400 | invalid-parameter  | it needs WEATHERAPI_KEY",
                "404 | {}                                                  | 404 | not-found          | no provider of this id"
            })
    void isNotKeptWhereItWasNotTaken(int found, String answer, int status, String problem, String detail)
            throws Exception {
        HOST.finds(found, answer);

        var refused = put(BODY, status);

        assertThat(refused.path("type").asString()).isEqualTo("/docs/problems/" + problem);
        assertThat(refused.path("detail").asString()).contains(detail).doesNotContain(VALUE);
        get(404);
    }

    @Test
    void isKeptUntriedWhereNothingCanBeAskedWithoutEffect() throws Exception {
        HOST.finds(200, "{\"outcome\":\"not-asked\"}");

        assertThat(put(BODY, 201).path("verifiedAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"values\":{}}",
                "{\"values\":{\"lower\":\"x\"}}",
                "{\"values\":{\"KEY\":\"\"}}",
                "{\"values\":{\"KEY\":null}}",
                "{\"values\":{\"KEY\":\"a\\nb\"}}",
                "{\"values\":{\"KEY\":\" a\"}}",
                "{\"order\":\"sometimes\"}",
                "[]"
            })
    void status400ForWhatCannotBeOne(String body) throws Exception {
        put(body, 400);

        assertThat(HOST.asked()).isEmpty();
    }

    @Test
    void changesItsSettingsWithoutItsValues() throws Exception {
        put(BODY, 201);
        HOST.forget();

        var set = send(put("{\"onDead\":\"fail\"}").header("If-Match", "\"1\""));

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(set.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(JSON.readTree(set.body()).path("onDead").asString()).isEqualTo("fail");
        assertThat(HOST.asked()).isEmpty();
        assertThat(send(put("{\"onDead\":\"fail\"}").header("If-Match", "\"1\""))
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(asHost(delivery()), 200).at("/values/WEATHERAPI_KEY").asString())
                .isEqualTo(VALUE);
    }

    @Test
    void takesThePlaceOfTheOneBefore() throws Exception {
        put(BODY, 201);
        put("{\"order\":\"after\"}", 200);

        put(BODY.replace(VALUE, "another one"), 200);

        var delivered = json(asHost(delivery()), 200);
        assertThat(delivered.at("/values/WEATHERAPI_KEY").asString()).isEqualTo("another one");
        assertThat(delivered.path("order").asString()).isEqualTo("after");
        assertThat(delivered.path("version").asInt()).isEqualTo(3);
        assertThat(get(200).at("/values/WEATHERAPI_KEY").asString()).isEqualTo("…");
    }

    @Test
    void goesWhenItIsRemoved() throws Exception {
        put(BODY, 201);

        assertThat(send(mine(WEATHER).header("If-Match", "\"7\"").DELETE()).statusCode())
                .isEqualTo(412);
        assertThat(send(mine(WEATHER).DELETE()).statusCode()).isEqualTo(204);
        assertThat(send(mine(WEATHER).DELETE()).statusCode()).isEqualTo(404);
        get(404);
        put("{\"order\":\"after\"}", 404);
        assertThat(json(asHost("/internal/credentials/" + organisation), 200).path("providers"))
                .isEmpty();
        assertThat(row("select string_agg(event::jsonb ->> 'action', ' ' order by sequence) from audit_event"))
                .isEqualTo("credential.create credential.delete");
    }

    @Test
    void isSeenByNoOtherOrganisation() throws Exception {
        put(BODY, 201);
        var other = "org_" + UUID.randomUUID();

        var missing = send(as(other, "/api/credentials/other", "credentials:read"));
        var theirs = send(as(other, WEATHER, "credentials:read"));

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(told(theirs)).isEqualTo(told(missing));
        assertThat(json(as(other, "/api/credentials", "credentials:read"), 200).path("data"))
                .isEmpty();
        assertThat(send(as(other, WEATHER, "credentials:write").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void status403WithoutTheScopeAndForTestKeys() throws Exception {
        var test = new Caller("key_1", organisation, Caller.Environment.TEST, List.of("credentials:write"));

        assertThat(send(as(organisation, WEATHER, "keys:read")).statusCode()).isEqualTo(403);
        assertThat(send(put(as(organisation, WEATHER, "credentials:read"), BODY))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(put(as(test, WEATHER), BODY)).body()).contains("A test key reaches no provider");
        assertThat(send(as(organisation, "/api/credentials/UPPER", "credentials:read"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(HOST.asked()).isEmpty();
    }

    @Test
    void tellsOnceThatItIsDeadHoweverManyHostsFindItSo() throws Exception {
        put(BODY, 201);

        assertThat(tell(1, "dead")).isEqualTo(204);
        assertThat(tell(1, "dead")).isEqualTo(204);
        var dead = get(200);
        assertThat(tell(7, "well")).isEqualTo(204);
        assertThat(get(200).path("state").asString()).isEqualTo("dead");
        assertThat(tell(1, "well")).isEqualTo(204);

        assertThat(dead.path("state").asString()).isEqualTo("dead");
        assertThat(dead.path("deadSince").isNull()).isFalse();
        assertThat(get(200).path("deadSince").isNull()).isTrue();
        assertThat(row("select count(*) || ' ' || max(content) from outbox"))
                .startsWith("1 ")
                .contains("\"credential.dead.v1\"", "\"provider\":\"weatherapi\"", "\"onDead\":\"operator\"");
        assertThat(row("select string_agg(event::jsonb ->> 'action', ' ' order by sequence) from audit_event"))
                .isEqualTo("credential.create credential.dead credential.well");
        assertThat(row("select event from audit_event where sequence = 2"))
                .contains("\"actor\":{\"id\":\"key_1\",\"type\":\"system\"}");
        assertThat(send(asHost(delivery() + "/state")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void isSealedUnderTheNewMasterKeyAndOpensAllTheWhile() throws Exception {
        put(BODY, 201);
        var rotate = "/api/admin/credentials/rotate";
        assertThat(send(post(as("local", rotate, "credentials:write"))).statusCode())
                .isEqualTo(403);

        writeMasters("second", "first");
        var delivered = json(asHost(delivery()), 200);
        var rotated = json(post(as("local", rotate, "operator:write")), 200);
        writeMasters("second");

        assertThat(rotated.path("master").asString()).isEqualTo("second");
        assertThat(rotated.path("resealed").asInt()).isPositive();
        assertThat(rotated.path("left").asInt()).isZero();
        assertThat(row("select master from credential")).isEqualTo("second");
        assertThat(json(asHost(delivery()), 200)).isEqualTo(delivered);
        assertThat(json(post(as("local", rotate, "operator:write")), 200)
                        .path("resealed")
                        .asInt())
                .isZero();
        assertThat(row("select max(event) from audit_event")).contains("credential.reseal");
        writeMasters("first", "second");
    }

    // what hosts hear of
    private static List<String> told() {
        try (var client = RedisClient.create(RedisURI.create(REDIS.uri()));
                var connection = client.connect()) {
            return connection.sync().xrange("uapi:identity", Range.unbounded()).stream()
                    .map(message -> message.getBody().get("kind") + " "
                            + message.getBody().get("id"))
                    .toList();
        }
    }

    private int tell(int version, String state) throws Exception {
        return send(asHost(delivery() + "/state")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"version\":%d,\"state\":\"%s\"}".formatted(version, state))))
                .statusCode();
    }

    private String delivery() {
        return "/internal/credentials/" + organisation + "/weatherapi";
    }

    private HttpRequest.Builder asHost(String path) {
        return as("-", path, Badge.CREDENTIALS);
    }

    private HttpRequest.Builder mine(String path) {
        return as(organisation, path, "credentials:read", "credentials:write");
    }

    private HttpRequest.Builder put(String body) {
        return put(mine(WEATHER), body);
    }

    private static HttpRequest.Builder put(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder post(HttpRequest.Builder request) {
        return request.POST(BodyPublishers.noBody());
    }

    private JsonNode put(String body, int status) throws Exception {
        return json(put(body), status);
    }

    private JsonNode get(int status) throws Exception {
        return json(mine(WEATHER), status);
    }

    private static String told(HttpResponse<String> problem) throws Exception {
        var told = JSON.readTree(problem.body());
        return told.path("type") + " " + told.path("detail");
    }

    // what is kept for this organisation
    private String row(String select) {
        var from = select.contains(" where ") ? " and " : " where ";
        return system.jdbc()
                .sql(select + from + "organisation = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }

    private static void writeMasters(String... ids) throws IOException {
        var text = new StringBuilder();
        for (var id : ids) {
            var bytes = (id + "-".repeat(32)).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
            text.append(id)
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append('\n');
        }
        Files.writeString(MASTERS, text);
        Files.setLastModifiedTime(MASTERS, FileTime.from(Instant.now().plusNanos(text.length() * 1_000_000L)));
    }
}
