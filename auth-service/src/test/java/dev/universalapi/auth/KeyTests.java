package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.tenant.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class KeyTests extends AuthTests {
    private static final String READER = "{\"name\":\"reader\",\"scopes\":[\"weather:read\"]}";

    @Autowired
    Database database;

    private Caller owner = operator();

    @BeforeEach
    void found() throws Exception {
        owner = owner(found("Acme"));
    }

    @Test
    void isShownOnce() throws Exception {
        var answer = send(with(as(owner, "/api/keys"), "POST", READER));
        var made = JSON.readTree(answer.body());
        var text = made.path("key").asString();
        var id = made.path("id").asString();

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/keys/" + id);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(ApiKey.parse(text)).map(ApiKey::environment).hasValue(Environment.LIVE);
        assertThat(id).matches("key_[0-9a-v]{20}");
        assertThat(made.path("start").asString()).isEqualTo(text.substring(0, 14));
        assertThat(made.path("last4").asString()).isEqualTo(text.substring(44));
        for (var path : List.of("/api/keys/" + id, "/api/keys")) {
            var seen = send(as(owner, path)).body();
            assertThat(seen)
                    .contains(id)
                    .doesNotContain(text)
                    .doesNotContain("\"key\"")
                    .doesNotContain("sha256");
        }
    }

    @Test
    void isKeptAsItsHashAlone() throws Exception {
        var text = make(owner, READER).path("key").asString();
        var secret = text.substring(14, 40);

        for (var table : List.of("api_key", "outbox", "feed", "creation", "audit_event")) {
            assertThat(everything(table)).as(table).doesNotContain(secret);
        }
        assertThat(everything("api_key"))
                .contains(ApiKey.parse(text).orElseThrow().sha256());
    }

    @Test
    void getsTheScopesOfARole() throws Exception {
        var made = make(owner, "{\"name\":\"d\",\"role\":\"developer\"}");

        assertThat(made.path("scopes").valueStream().map(JsonNode::asString))
                .containsExactly("*:read", "*:use", "utility:write");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"scopes\":[\"weather:read\"]}",
                "{\"name\":\"a\\u0000b\",\"scopes\":[\"weather:read\"]}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"scopes\":[]}",
                "{\"name\":\"x\",\"scopes\":[\"weather\"]}",
                "{\"name\":\"x\",\"scopes\":[\"weather:fly\"]}",
                "{\"name\":\"x\",\"scopes\":[\"internal:identity\"]}",
                "{\"name\":\"x\",\"role\":\"king\"}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"scopes\":[\"weather:read\"]}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"environment\":\"moon\"}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"networks\":[\"10.0.0.0/33\"]}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"networks\":[\"example.org\"]}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\"tomorrow\"}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"expireAt\":\"2030-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"limits\":{\"rates\":[{\"requests\":0,\"per\":\"PT1M\"}]}}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"limits\":{\"quotas\":[{\"amount\":1,\"per\":\"year\"}]}}",
                "[]",
                "no"
            })
    void isNotMadeOfWhatMakesNoSense(String body) throws Exception {
        var problem = json(with(as(owner, "/api/keys"), "POST", body), 400);

        assertThat(problem.path("type").asString()).isEqualTo("/docs/problems/invalid-parameter");
        assertThat(problem.path("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "keys:write, weather:read",
        "keys:write weather:read, weather:*",
        "keys:write weather:read, *:read",
        "keys:write *:read, weather:write",
        "*:*, operator:read",
        "keys:write provider.open-meteo:use, provider.*:use"
    })
    void givesNothingThatItsMakerDoesNotHave(String has, String wanted) throws Exception {
        var maker = with(owner, List.of(has.split(" ")), Environment.LIVE);

        var problem = json(
                with(as(maker, "/api/keys"), "POST", "{\"name\":\"x\",\"scopes\":[\"%s\"]}".formatted(wanted)), 403);

        assertThat(problem.path("detail").asString()).contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotate", "enable", "disable"})
    void isNotTouchedByAKeyThatMayLess(String action) throws Exception {
        var mighty =
                make(owner, "{\"name\":\"x\",\"role\":\"admin\"}").path("id").asString();
        var weak = with(owner, List.of("keys:write"), Environment.LIVE);

        json(with(as(weak, "/api/keys/" + mighty + "/" + action), "POST", "{\"grace\":\"0\"}"), 403);
        json(with(as(weak, "/api/keys/" + mighty).header("If-Match", "*"), "PATCH", "{\"networks\":[]}"), 403);

        assertThat(json(as(owner, "/api/keys/" + mighty), 200).path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void ofTestsMakesKeysOfTestsAlone() throws Exception {
        var tester = with(owner, List.of("*:*"), Environment.TEST);

        var made = make(tester, READER);
        json(with(as(tester, "/api/keys"), "POST", READER.replace("}", ",\"environment\":\"live\"}")), 403);

        assertThat(made.path("key").asString()).startsWith("uapi_test_");
        assertThat(known(made).path("environment").asString()).isEqualTo("test");
    }

    @Test
    void isMadeOnceForOneIdempotencyKey() throws Exception {
        var key = UUID.randomUUID().toString();

        var first = JSON.readTree(send(creating(key, READER)).body());
        var second = send(creating(key, READER));
        var other = json(creating(key, READER.replace("reader", "writer")), 422);
        var ofAnother =
                send(with(as(owner(found("Other")), "/api/keys").header("Idempotency-Key", key), "POST", READER));

        var again = JSON.readTree(second.body());
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(again.has("key")).isFalse();
        assertThat(other.path("type").asString()).isEqualTo("/docs/problems/idempotency-key-reused");
        assertThat(JSON.readTree(ofAnother.body()).path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void isMadeOnceByManyWhoAskAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var answers = new ConcurrentLinkedQueue<JsonNode>();
        var threads = new ArrayList<Thread>();

        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> answers.add(asked(creating(key, READER)))));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(answers)
                .hasSize(8)
                .extracting(answer -> answer.path("id").asString())
                .containsOnly(answers.element().path("id").asString());
        assertThat(answers).filteredOn(answer -> answer.has("key")).hasSize(1);
    }

    @Test
    void isToldToOthersByEvents() throws Exception {
        var key = make(owner, READER);
        json(acting(key, "disable"), 200);
        json(acting(key, "revoke"), 200);

        var told = system()
                .sql("select content from outbox where organisation = ? order by xid, id")
                .param(owner.organisation())
                .query(String.class)
                .list()
                .stream()
                .map(JSON::readTree)
                .toList();

        assertThat(told)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "organisation.created.v1",
                        "key.created.v1",
                        "key.created.v1",
                        "key.changed.v1",
                        "key.revoked.v1");
        assertThat(told.get(3).path("id").asString()).isEqualTo(key.path("id").asString() + "#2");
        assertThat(told.get(3).at("/data/disabled").asBoolean()).isTrue();
    }

    @Test
    void isMadeAgainADayLater() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = JSON.readTree(send(creating(key, READER)).body());

        CLOCK.advance(Duration.ofHours(25));
        var second = JSON.readTree(send(creating(key, READER)).body());

        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(second.has("key")).isTrue();
    }

    @Test
    void refusesAnIdempotencyKeyThatIsNone() throws Exception {
        var problem = json(creating("a b", READER), 400);

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void isChangedByWhoHasSeenIt() throws Exception {
        var id = make(owner, READER.replace("}", ",\"expiresAt\":\"2099-01-01T00:00:00Z\"}"))
                .path("id")
                .asString();
        var change = "{\"name\":\"renamed\",\"networks\":[\"10.1.2.3/8\",\"::1\"],\"expiresAt\":null}";

        var unseen = json(with(as(owner, "/api/keys/" + id), "PATCH", change), 428);
        var stale = json(with(as(owner, "/api/keys/" + id).header("If-Match", "\"7\""), "PATCH", change), 412);
        var answer = send(with(as(owner, "/api/keys/" + id).header("If-Match", "\"6\", \"1\""), "PATCH", change));

        var changed = JSON.readTree(answer.body());
        assertThat(unseen.path("type").asString()).isEqualTo("/docs/problems/precondition-required");
        assertThat(stale.path("type").asString()).isEqualTo("/docs/problems/precondition-failed");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(changed.path("name").asString()).isEqualTo("renamed");
        assertThat(changed.path("scopes").get(0).asString()).isEqualTo("weather:read");
        assertThat(changed.path("networks").toString()).isEqualTo("[\"10.0.0.0/8\",\"0:0:0:0:0:0:0:1/128\"]");
        assertThat(changed.path("expiresAt").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nmae\":\"x\"}",
                "{\"scopes\":null}",
                "{\"scopes\":[\"x\"]}",
                "[]",
                "{\"project\":\"prj_x\"}",
                "{\"limits\":{\"rates\":[{\"requests\":1,\"per\":\"PT1M\",\"class\":\"No such\"}]}}"
            })
    void isNotChangedToWhatMakesNoSense(String change) throws Exception {
        var id = make(owner, READER).path("id").asString();

        json(with(as(owner, "/api/keys/" + id).header("If-Match", "*"), "PATCH", change), 400);

        assertThat(json(as(owner, "/api/keys/" + id), 200).path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void isRotatedWithItsSettingsAndAGrace() throws Exception {
        var old = make(owner, """
                {"name":"r","scopes":["weather:read"],"networks":["10.0.0.0/8"],"environment":"test",
                 "limits":{"rates":[{"requests":10,"per":"PT1M"}]}}""");

        var made = json(rotating(old, "15m"), 201);
        var during = known(old).path("status").asString();
        CLOCK.advance(Duration.ofMinutes(15));
        var after = known(old).path("status").asString();

        assertThat(made.path("replaces")).isEqualTo(old.path("id"));
        for (var same : List.of("name", "scopes", "networks", "environment", "project", "limits", "expiresAt")) {
            assertThat(made.path(same)).as(same).isEqualTo(old.path(same));
        }
        assertThat(made.path("key").asString())
                .startsWith("uapi_test_")
                .isNotEqualTo(old.path("key").asString());
        assertThat(during).isEqualTo("active");
        assertThat(after).isEqualTo("expired");
        assertThat(known(made).path("status").asString()).isEqualTo("active");
    }

    @Test
    void endsAtOnceWithoutAGrace() throws Exception {
        var old = make(owner, READER);

        json(rotating(old, "0"), 201);

        assertThat(known(old).path("status").asString()).isEqualTo("expired");
        assertThat(json(rotating(old, "0"), 409).path("type").asString()).isEqualTo("/docs/problems/conflict");
    }

    @Test
    void neverLivesLongerForBeingRotated() throws Exception {
        var end = CLOCK.instant().plus(Duration.ofHours(1)).toString();
        var old = make(owner, READER.replace("}", ",\"expiresAt\":\"%s\"}".formatted(end)));

        json(rotating(old, "7d"), 201);

        assertThat(json(as(owner, "/api/keys/" + old.path("id").asString()), 200)
                        .path("expiresAt"))
                .isEqualTo(old.path("expiresAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"grace\":\"2h\"}", "{\"grace\":null}"})
    void isNotRotatedWithAnotherGrace(String body) throws Exception {
        var id = make(owner, READER).path("id").asString();

        var problem = json(with(as(owner, "/api/keys/" + id + "/rotate"), "POST", body), 400);

        assertThat(problem.path("detail").asString()).isEqualTo("grace must be one of 0, 1m, 15m, 1h, 6h, 24h, 7d");
    }

    @Test
    void isDisabledEnabledAndRevoked() throws Exception {
        var key = make(owner, READER);
        var states = new ArrayList<String>();

        for (var action : List.of("disable", "disable", "enable", "revoke", "revoke")) {
            states.add(json(acting(key, action), 200).path("version").asInt() + " "
                    + known(key).path("status").asString());
        }

        assertThat(states).containsExactly("2 disabled", "2 disabled", "3 active", "4 revoked", "4 revoked");
        for (var action : List.of("enable", "disable")) {
            assertThat(json(acting(key, action), 409).path("type").asString()).isEqualTo("/docs/problems/conflict");
        }
        json(rotating(key, "0"), 409);
        json(acting(key, "revoke").header("If-Match", "\"1\""), 412);
    }

    @Test
    void isFoundByGatewaysAsTheyNeedIt() throws Exception {
        var end = "2099-12-01T00:00:00Z";
        var made = make(owner, """
                {"name":"k","scopes":["weather:read"],"networks":["10.0.0.0/8"],"expiresAt":"%s",
                 "limits":{"rates":[{"requests":10,"per":"PT1M","class":"search"}],
                           "quotas":[{"amount":10000,"per":"month","category":"weather"}]}}""".formatted(end));

        assertThat(known(made)).isEqualTo(JSON.readTree("""
                {"keyId":"%s","organisation":"%s","project":"%s","environment":"live","scopes":["weather:read"],
                 "plan":"free","networks":["10.0.0.0/8"],"expiresAt":"%s","status":"active",
                 "limits":{"rates":[{"requests":10,"per":"PT1M","class":"search"}],
                           "quotas":[{"amount":10000,"per":"month","category":"weather","hard":true}]}}""".formatted(
                        made.path("id").asString(), owner.organisation(), owner.project(), end)));
    }

    @Test
    void isNotFoundUnderAHashThatNobodyHas() throws Exception {
        json(inside("/internal/keys/" + "0".repeat(64)), 404);
        json(inside("/internal/keys/short"), 400);
    }

    @Test
    void isSuspendedWithItsOrganisation() throws Exception {
        var key = make(owner, READER);
        var organisation = "/api/admin/organisations/" + owner.organisation();

        json(with(as(operator(), organisation + "/suspend"), "POST", ""), 200);
        var during = known(key).path("status").asString();
        json(with(as(operator(), organisation + "/resume"), "POST", ""), 200);

        assertThat(during).isEqualTo("suspended");
        assertThat(known(key).path("status").asString()).isEqualTo("active");
    }

    @Test
    void tellsWhenItWasLastUsedToTheMinute() throws Exception {
        var id = make(owner, READER).path("id").asString();
        var first = Instant.parse("2026-01-01T12:00:00Z");

        var written = new ArrayList<Integer>();
        for (var at : List.of(first, first.plusSeconds(59), first.minusSeconds(600), first.plusSeconds(61))) {
            written.add(used(id, at));
        }
        var seen = json(as(owner, "/api/keys/" + id), 200);

        assertThat(written).containsExactly(1, 0, 0, 1);
        assertThat(seen.path("lastUsedAt").asString()).isEqualTo("2026-01-01T12:01:01Z");
        assertThat(seen.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void wasNeverUsedInTheFuture() throws Exception {
        var id = make(owner, READER).path("id").asString();

        used(id, Instant.parse("2199-01-01T00:00:00Z"));

        var seen = Instant.parse(
                json(as(owner, "/api/keys/" + id), 200).path("lastUsedAt").asString());
        assertThat(seen).isBeforeOrEqualTo(CLOCK.instant());
        assertThat(used("key_of_nobody", Instant.now())).isZero();
    }

    @Test
    void ofAnotherOrganisationIsAsGoodAsMissing() throws Exception {
        var theirs = make(owner(found("Theirs")), READER).path("id").asString();
        var missing = "key_00000000000000000000";

        for (var action : List.of("", "/rotate", "/disable", "/enable", "/revoke")) {
            assertThat(refusal(theirs, action)).as(action).isEqualTo(refusal(missing, action));
        }
        assertThat(send(as(owner, "/api/keys?limit=200")).body()).doesNotContain(theirs);
    }

    @Test
    void isListedInPages() throws Exception {
        for (int i = 0; i < 4; i++) {
            make(owner, READER.replace("reader", "key " + i));
        }
        var names = new ArrayList<String>();
        var next = "";

        do {
            var page = json(as(owner, "/api/keys?limit=2" + next), 200);
            assertThat(page.path("data").size()).isLessThanOrEqualTo(2);
            page.path("data").forEach(key -> names.add(key.path("name").asString()));
            next = page.at("/meta/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/meta/next").asString();
        } while (!next.isEmpty());

        assertThat(names).containsExactly("Owner", "key 0", "key 1", "key 2", "key 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=x", "cursor=%2F", "project=%00"})
    void isNotListedInPagesThatMakeNoSense(String query) throws Exception {
        json(as(owner, "/api/keys?" + query), 400);
    }

    @Test
    void belongsToTheProjectThatIsNamed() throws Exception {
        var project = json(with(as(owner, "/api/projects"), "POST", "{\"name\":\"second\"}"), 201)
                .path("id")
                .asString();
        var made = make(owner, READER.replace("}", ",\"project\":\"%s\"}".formatted(project)));
        json(with(as(owner, "/api/keys"), "POST", READER.replace("}", ",\"project\":\"prj_none\"}")), 404);

        var listed = json(as(owner, "/api/keys?project=" + project), 200).path("data");

        assertThat(listed)
                .singleElement()
                .satisfies(key -> assertThat(key.path("id")).isEqualTo(made.path("id")));
    }

    private static Caller with(Caller caller, List<String> scopes, Environment environment) {
        return new Caller(caller.keyId(), caller.organisation(), caller.project(), environment, scopes, caller.plan());
    }

    private JsonNode make(Caller maker, String body) throws IOException, InterruptedException {
        return json(with(as(maker, "/api/keys"), "POST", body), 201);
    }

    private HttpRequest.Builder creating(String key, String body) {
        return with(as(owner, "/api/keys").header("Idempotency-Key", key), "POST", body);
    }

    private HttpRequest.Builder rotating(JsonNode key, String grace) {
        return with(
                as(owner, "/api/keys/" + key.path("id").asString() + "/rotate"),
                "POST",
                "{\"grace\":\"%s\"}".formatted(grace));
    }

    private HttpRequest.Builder acting(JsonNode key, String action) {
        return with(as(owner, "/api/keys/" + key.path("id").asString() + "/" + action), "POST", "");
    }

    private static JsonNode asked(HttpRequest.Builder request) {
        try {
            return json(request, 201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder inside(String path) {
        return as("-", path, "internal:identity");
    }

    private JsonNode known(JsonNode made) throws IOException, InterruptedException {
        var key = ApiKey.parse(made.path("key").asString()).orElseThrow();
        return json(inside("/internal/keys/" + key.sha256()), 200);
    }

    private int used(String id, Instant at) throws IOException, InterruptedException {
        var body = "{\"used\":{\"%s\":\"%s\"}}".formatted(id, at);
        return json(with(inside("/internal/keys/used"), "POST", body), 200)
                .path("written")
                .asInt();
    }

    /// What is said of an id, but for the id and the request.
    private String refusal(String id, String action) throws IOException, InterruptedException {
        var request = as(owner, "/api/keys/" + id + action);
        HttpResponse<String> answer = send(action.isEmpty() ? request : with(request, "POST", "{\"grace\":\"0\"}"));
        assertThat(answer.statusCode()).isEqualTo(404);
        return answer.body().replace(id, "ID").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private String everything(String table) {
        return String.join(
                "\n",
                system().sql("select row_to_json(t)::text from " + table + " t")
                        .query(String.class)
                        .list());
    }

    private JdbcClient system() {
        return database.system().jdbc();
    }
}
