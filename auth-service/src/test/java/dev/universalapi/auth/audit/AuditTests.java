package dev.universalapi.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.auth.AuthTests;
import dev.universalapi.platform.events.Events;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.tenant.NoOrganisationException;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

class AuditTests extends AuthTests {
    private static final String READ = "audit:read";
    private static final String GATEWAY = "internal:identity";

    /// So that nothing of another test is in the chain.
    private final String organisation = "org_" + UUID.randomUUID();

    @Autowired
    Audit audit;

    @Autowired
    TenantTransactions tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SystemDatabase system;

    @Autowired
    Events events;

    @BeforeEach
    void recordSix() {
        IntStream.rangeClosed(1, 6)
                .forEach(number -> record("key.create", "key_" + number, Map.of("name", "as it was")));
    }

    @Test
    void isWholeAsItWasRecorded() throws Exception {
        var verdict = verify();

        assertThat(verdict.path("intact").asBoolean()).isTrue();
        assertThat(verdict.path("events").asInt()).isEqualTo(6);
        assertThat(verdict.at("/head/sequence").asInt()).isEqualTo(6);
        assertThat(verdict.path("broken").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set event = replace(event, 'as it was', 'better') where sequence = 3",
                "delete from audit_event where sequence = 3",
                "truncate audit_event",
                "update audit_anchor set hash = ''",
                "delete from audit_anchor",
                "truncate audit_anchor",
                "update audit_head set sequence = 3",
                "delete from audit_head",
                "truncate audit_head"
            })
    void isNeverChangedByAnybody(String change) {
        for (var role : List.of(DATABASE.app(), DATABASE.system(), DATABASE.owner())) {
            assertThatThrownBy(() ->
                            DATABASE.execute(role, "set app.organisation = '%s'; %s".formatted(organisation, change)))
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .message()
                    .containsAnyOf("permission denied", "only added to", "only moves on");
        }
        assertThatThrownBy(() ->
                        DATABASE.execute(DATABASE.superuser(), "set session_replication_role = replica; " + change))
                .rootCause()
                .message()
                .containsAnyOf("only added to", "only moves on");
    }

    @Test
    void namesTheEventThatWasEdited() throws Exception {
        behindTheTriggers("update audit_event set event = replace(event, 'as it was', 'better') where sequence = 3");

        assertThat(broken(verify())).isEqualTo(3);
    }

    @Test
    void namesTheEventThatWasDeleted() throws Exception {
        behindTheTriggers("delete from audit_event where sequence = 4");

        assertThat(broken(verify())).isEqualTo(4);
    }

    @Test
    void namesTheEventThatWasInserted() throws Exception {
        behindTheTriggers(
                "update audit_event set sequence = sequence + 100 where sequence > 2",
                "update audit_event set sequence = sequence - 99 where sequence > 100",
                """
                insert into audit_event (organisation, sequence, event, previous, hash)
                select organisation, 3, e, hash, encode(sha256(convert_to(hash || E'\\n' || e, 'UTF8')), 'hex')
                from (select *, replace(replace(event, '"seq":2', '"seq":3'), '"id":"aud_', '"id":"aud_x') as e
                    from audit_event where sequence = 2) second""");

        assertThat(broken(verify())).isEqualTo(4);
    }

    @Test
    void namesTheFirstEventOfATailThatWasCut() throws Exception {
        behindTheTriggers("delete from audit_event where sequence > 4");

        assertThat(broken(verify())).isEqualTo(5);
    }

    @Test
    void namesTheFirstEventOfATailThatWasCutWithItsHeadBecauseItWasAnchored() throws Exception {
        anchoring(Instant.now()).anchor();
        behindTheTriggers(
                "delete from audit_event where sequence > 4",
                "update audit_head set sequence = 4, hash = event.hash from audit_event event where event.sequence = 4");

        assertThat(broken(verify())).isEqualTo(5);
    }

    @Test
    void isHeldToAnEndThatTheCallerRemembersAlone() throws Exception {
        var head = verify().path("head");
        var remembered = "%d:%s"
                .formatted(head.path("sequence").asInt(), head.path("hash").asString());
        behindTheTriggers(
                "delete from audit_event where sequence > 4",
                "update audit_head set sequence = 4, hash = event.hash from audit_event event where event.sequence = 4");

        assertThat(broken(verify())).isZero();
        assertThat(broken(json(as(organisation, "/api/audit/verify?anchor=" + remembered, READ), 200)))
                .isEqualTo(5);
    }

    @Test
    void isThereOnlyWithWhatItTellsOf() throws Exception {
        assertThatThrownBy(() -> tenants.run(organisation, () -> {
                    audit.record("key.create", "key", "key_7", Map.of());
                    throw new IllegalStateException("it was not to be");
                }))
                .hasMessage("it was not to be");

        assertThat(verify().path("events").asInt()).isEqualTo(6);
        assertThatThrownBy(() -> audit.record("key.create", "key", "key_7", Map.of()))
                .isInstanceOf(NoOrganisationException.class);
        assertThatThrownBy(() -> audit.recordFor(organisation, "key.create", "key", "key_7", Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isWholeWhenManyRecordAtOnce() throws Exception {
        var waiting = new ArrayList<Callable<Object>>();
        for (int i = 0; i < 100; i++) {
            var number = i;
            waiting.add(Executors.callable(() -> record("key.change", "key_" + number, Map.of())));
        }
        try (var many = Executors.newFixedThreadPool(8)) {
            for (var one : many.invokeAll(waiting)) {
                one.get();
            }
        }

        var verdict = verify();

        assertThat(verdict.path("intact").asBoolean()).isTrue();
        assertThat(verdict.path("events").asInt()).isEqualTo(106);
    }

    @Test
    void recordsForAnOrganisationInATransactionOfAll() throws Exception {
        system.transactions()
                .executeWithoutResult(_ ->
                        audit.recordFor(organisation, "organisation.suspend", "organisation", organisation, Map.of()));
        tenants.run(
                organisation,
                () -> audit.recordFor(organisation, "organisation.resume", "organisation", organisation, Map.of()));

        assertThat(texts(list(""), "/event/action")).startsWith("organisation.resume", "organisation.suspend");
        assertThat(verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void saysWhoActedFromWhere() throws Exception {
        var request = new MockHttpServletRequest();
        request.setAttribute(
                Caller.class.getName(), new Caller("key_operator", "local", Caller.Environment.LIVE, List.of()));
        request.addHeader(InternalToken.ADDRESS, "203.0.113.7");
        request.addHeader("User-Agent", "curl/8");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            record("organisation.suspend", organisation, Map.of());
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }

        var event = list("?limit=1").at("/data/0/event");

        assertThat(event.path("actor").toString())
                .isEqualTo("{\"id\":\"key_operator\",\"org\":\"local\",\"type\":\"key\"}");
        assertThat(event.path("ip").asString()).isEqualTo("203.0.113.7");
        assertThat(event.path("agent").asString()).isEqualTo("curl/8");
        assertThat(list("").at("/data/1/event/actor/type").asString()).isEqualTo("system");
    }

    @Test
    void takesEvenWhatIsLongerThanAnIndexBears() throws Exception {
        record("key.create", "\ud83d\ude02".repeat(3_000), Map.of("name", "\ud83d\ude02".repeat(3_000)));

        assertThat(list("?limit=1").at("/data/0/event/target/id").asString()).hasSize(301);
        assertThat(verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void showsAPageAfterTheOther() throws Exception {
        var first = list("?limit=4");
        var second = list("?limit=4&cursor=" + first.at("/meta/next").asString());

        assertThat(texts(first, "/sequence")).containsExactly("6", "5", "4", "3");
        assertThat(texts(second, "/sequence")).containsExactly("2", "1");
        assertThat(second.at("/meta/next").isNull()).isTrue();
    }

    @Test
    void showsWhatWasAskedFor() throws Exception {
        record("key.revoke", "key_3", Map.of());

        assertThat(texts(list("?action=key.revoke"), "/sequence")).containsExactly("7");
        assertThat(texts(list("?target=key_3"), "/sequence")).containsExactly("7", "3");
        assertThat(texts(list("?target=key_3&action=key.create&actor=auth-service"), "/sequence"))
                .containsExactly("3");
        assertThat(texts(list("?actor=key_1"), "/sequence")).isEmpty();
        assertThat(texts(list("?from=" + Instant.now().plusSeconds(60)), "/sequence"))
                .isEmpty();
        assertThat(texts(list("?to=2026-01-01"), "/sequence")).isEmpty();
        assertThat(texts(list("?from=2020-01-01&to=2999-01-01"), "/sequence")).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, colour",
        "limit=0, limit",
        "limit=1001, limit",
        "limit=1&limit=2, limit",
        "cursor=x, cursor",
        "from=yesterday, from",
        "actor=, actor"
    })
    void status400NamesTheParameter(String query, String parameter) throws Exception {
        var problem = json(as(organisation, "/api/audit?" + query, READ), 400);

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0:ff", "3:zz"})
    void status400ForAnAnchorThatIsNone(String anchor) throws Exception {
        var problem = json(as(organisation, "/api/audit/verify?anchor=" + anchor, READ), 400);

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("anchor");
    }

    @Test
    void status403ForTheChainOfAnother() throws Exception {
        var path = "?organisation=" + organisation;

        for (var route : List.of("/api/audit", "/api/audit/export", "/api/audit/verify")) {
            assertThat(json(as("org_other", route + path, READ), 403)
                            .path("type")
                            .asString())
                    .isEqualTo("/docs/problems/forbidden");
        }
        assertThat(json(as("local", "/api/audit" + path, "operator:read", READ), 200)
                        .path("data"))
                .hasSize(6);
        assertThat(json(as("org_other", "/api/audit", READ), 200).path("data")).isEmpty();
    }

    @Test
    void exportsEverythingSoThatTheChainCanBeFollowed() throws Exception {
        var answer = send(as(organisation, "/api/audit/export", READ));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        var verification = new Verification(organisation, List.of());
        for (var line : answer.body().split("\n")) {
            var link = JSON.readTree(line);
            verification.accept(new Link(
                    link.path("sequence").asLong(),
                    link.path("event").toString(),
                    link.path("previous").asString(),
                    link.path("hash").asString()));
        }
        var head = verify().path("head");
        assertThat(verification.end(new Head(
                        head.path("sequence").asLong(), head.path("hash").asString())))
                .isNull();
        assertThat(answer.body().lines()).hasSize(6);
    }

    @Test
    void anchorsAChainOnceItHasGrownAndAtMostOnceAnHour() {
        var start = Instant.parse("2026-01-01T00:00:00Z");
        anchoring(start).anchor();
        record("key.create", "key_7", Map.of());
        anchoring(start.plus(Duration.ofMinutes(59))).anchor();
        var early = anchors();
        anchoring(start.plus(Duration.ofMinutes(61))).anchor();
        anchoring(start.plus(Duration.ofHours(5))).anchor();

        assertThat(early).containsExactly(6L);
        assertThat(anchors()).containsExactly(6L, 7L);
        assertThat(tenants.reading(
                        organisation,
                        () -> jdbc.sql(
                                        "select content from outbox where content like '%audit.anchored.v1%' order by id")
                                .query(String.class)
                                .list()))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"sequence\":6");
    }

    @Test
    void keepsWhatGatewaysRefusedOnceHoweverOftenItIsTold() throws Exception {
        var batch = """
                {"failures": [
                  {"id": "gateway-1#1", "organisation": "%1$s", "action": "authz_fail", "key": "key_9", "at": "2026-01-01T00:00:00Z",
                   "route": "GET /api/keys", "address": "203.0.113.7", "request": "request-1", "details": {"scope": "keys:read"}},
                  {"id": "gateway-1#2", "organisation": "%1$s", "action": "authn_fail", "route": "GET /api/keys"},
                  {"id": "gateway-1#2", "organisation": "%1$s", "action": "authn_fail", "route": "GET /api/keys"},
                  {"id": "%1$s", "action": "authn_fail", "route": "GET /api/keys"}]}
                """.formatted(organisation);

        assertThat(report(batch, GATEWAY)).isEqualTo(204);
        assertThat(report(batch, GATEWAY)).isEqualTo(204);

        var events = list("?limit=2");
        assertThat(texts(events, "/sequence")).containsExactly("8", "7");
        assertThat(texts(events, "/event/action")).containsExactly("authn_fail", "authz_fail");
        assertThat(events.at("/data/1/event/details/scope").asString()).isEqualTo("keys:read");
        assertThat(events.at("/data/0/event/actor/type").asString()).isEqualTo("anonymous");
        assertThat(verify().path("intact").asBoolean()).isTrue();
        assertThat(json(as("local", "/api/audit?organisation=-", "operator:read", READ), 200)
                        .path("data"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"failures\":[]}",
                "{\"failures\":[{\"action\":\"authn_fail\",\"route\":\"GET /\"}]}",
                "{\"failures\":[{\"id\":\"1\",\"action\":\"key.create\",\"route\":\"GET /\"}]}",
                "{\"failures\":[{\"id\":\"1\",\"action\":\"authn_fail\"}]}"
            })
    void status400ForFailuresThatSayTooLittle(String batch) throws Exception {
        assertThat(report(batch, GATEWAY)).isEqualTo(400);
    }

    @Test
    void status403ForFailuresThatNoGatewayReports() throws Exception {
        assertThat(report("{}", "internal:credentials")).isEqualTo(403);
        assertThat(report("{}", "*:*")).isEqualTo(403);
    }

    private int report(String batch, String scope) throws IOException, InterruptedException {
        return send(as("-", "/internal/audit", scope)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(batch)))
                .statusCode();
    }

    private Anchoring anchoring(Instant now) {
        return new Anchoring(system, tenants, jdbc, events, InstantSource.fixed(now));
    }

    private List<Long> anchors() {
        return tenants.reading(
                organisation,
                () -> jdbc.sql("select sequence from audit_anchor order by sequence")
                        .query(Long.class)
                        .list());
    }

    private void record(String action, String key, Map<String, String> details) {
        tenants.run(organisation, () -> audit.record(action, "key", key, details));
    }

    private JsonNode list(String query) throws Exception {
        return json(as(organisation, "/api/audit" + query, READ), 200);
    }

    private JsonNode verify() throws Exception {
        return json(as(organisation, "/api/audit/verify", READ), 200);
    }

    private static long broken(JsonNode verdict) {
        return verdict.at("/broken/sequence").asLong(0);
    }

    private static List<String> texts(JsonNode page, String pointer) {
        return page.path("data")
                .valueStream()
                .map(row -> row.at(pointer).asString())
                .toList();
    }

    /// As somebody does who may do everything: in this organisation's rows alone.
    private void behindTheTriggers(String... changes) {
        var script = new StringBuilder("""
                alter table audit_event disable trigger all; alter table audit_head disable trigger all;
                set role "%s"; set app.organisation = '%s';
                """.formatted(DATABASE.owner().user(), organisation));
        for (var change : changes) {
            script.append(change).append(';');
        }
        script.append("""
                reset role;
                alter table audit_event enable always trigger only_added;
                alter table audit_head enable always trigger only_kept;
                alter table audit_head enable always trigger only_forward;
                """);
        DATABASE.execute(DATABASE.superuser(), script.toString());
    }
}
