package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProjectTests extends AuthTests {
    private Caller owner = operator();

    @BeforeEach
    void found() throws Exception {
        owner = owner(found("Acme"));
    }

    @Test
    void isCreatedOnceForOneIdempotencyKey() throws Exception {
        var key = UUID.randomUUID().toString();

        var first = send(with(as(owner, "/api/projects").header("Idempotency-Key", key), "POST", "{\"name\":\"a\"}"));
        var second = send(with(as(owner, "/api/projects").header("Idempotency-Key", key), "POST", "{\"name\":\"a\"}"));
        json(with(as(owner, "/api/projects").header("Idempotency-Key", key), "POST", "{\"name\":\"b\"}"), 422);

        var project = JSON.readTree(first.body());
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(project.path("id").asString()).matches("prj_[0-9a-v]{20}");
        assertThat(project.path("environments").toString()).isEqualTo("[\"live\",\"test\"]");
        assertThat(JSON.readTree(second.body())).isEqualTo(project);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"name\":\"x\",\"limit\":{}}",
                "{\"name\":\"x\",\"limits\":{\"rate\":[]}}"
            })
    void isNotCreatedAsWhatMakesNoSense(String body) throws Exception {
        json(with(as(owner, "/api/projects"), "POST", body), 400);
    }

    @Test
    void isChangedByWhoHasSeenIt() throws Exception {
        var path = "/api/projects/" + owner.project();
        var limits = "{\"limits\":{\"rates\":[{\"requests\":3,\"per\":\"PT1S\"}]}}";

        json(with(as(owner, path), "PATCH", limits), 428);
        json(with(as(owner, path).header("If-Match", "\"2\""), "PATCH", limits), 412);
        var limited = json(with(as(owner, path).header("If-Match", "\"1\""), "PATCH", limits), 200);
        var free = json(with(as(owner, path).header("If-Match", "\"2\""), "PATCH", "{\"limits\":null}"), 200);

        assertThat(limited.at("/limits/rates/0/per").asString()).isEqualTo("PT1S");
        assertThat(limited.path("name").asString()).isEqualTo("First project");
        assertThat(free.path("limits")).isEmpty();
    }

    @Test
    void isDeletedWhenNoKeyOfItMayOpenAnything() throws Exception {
        var project = json(with(as(owner, "/api/projects"), "POST", "{\"name\":\"a\"}"), 201)
                .path("id")
                .asString();
        var body = "{\"name\":\"k\",\"role\":\"viewer\",\"project\":\"%s\"}".formatted(project);
        var key =
                json(with(as(owner, "/api/keys"), "POST", body), 201).path("id").asString();

        var used = json(
                as(owner, "/api/projects/" + project).header("If-Match", "*").DELETE(), 409);
        json(with(as(owner, "/api/keys/" + key + "/revoke"), "POST", ""), 200);
        json(as(owner, "/api/projects/" + project).DELETE(), 428);
        var deleted = send(as(owner, "/api/projects/" + project)
                .header("If-Match", "\"1\"")
                .DELETE());

        assertThat(used.path("type").asString()).isEqualTo("/docs/problems/conflict");
        assertThat(deleted.statusCode()).isEqualTo(204);
        json(as(owner, "/api/projects/" + project), 404);
        json(as(owner, "/api/keys/" + key), 404);
    }

    @Test
    void isNotDeletedByAKeyOfItsOwn() throws Exception {
        json(
                as(owner, "/api/projects/" + owner.project())
                        .header("If-Match", "*")
                        .DELETE(),
                409);
    }

    @Test
    void ofAnotherOrganisationIsAsGoodAsMissing() throws Exception {
        var theirs = owner(found("Theirs")).project();
        var missing = "prj_00000000000000000000";

        for (var method : List.of("GET", "PATCH", "DELETE")) {
            assertThat(refusal(theirs, method)).as(method).isEqualTo(refusal(missing, method));
        }
        assertThat(send(as(owner, "/api/projects")).body()).doesNotContain(theirs);
    }

    @Test
    void isListedInPages() throws Exception {
        json(with(as(owner, "/api/projects"), "POST", "{\"name\":\"second\"}"), 201);

        var first = json(as(owner, "/api/projects?limit=1"), 200);
        var second = json(
                as(
                        owner,
                        "/api/projects?limit=1&cursor=" + first.at("/meta/next").asString()),
                200);

        assertThat(first.at("/data/0/name").asString()).isEqualTo("First project");
        assertThat(second.at("/data/0/name").asString()).isEqualTo("second");
        assertThat(second.at("/meta/next").isNull()).isTrue();
    }

    @Test
    void recordsWhatIsDoneToIt() throws Exception {
        var project = json(with(as(owner, "/api/projects"), "POST", "{\"name\":\"a\"}"), 201)
                .path("id")
                .asString();
        json(with(as(owner, "/api/projects/" + project).header("If-Match", "*"), "PATCH", "{\"name\":\"b\"}"), 200);
        send(as(owner, "/api/projects/" + project).header("If-Match", "*").DELETE());

        var actions = json(as(owner, "/api/audit?target=" + project), 200)
                .path("data")
                .valueStream();

        assertThat(actions.map(link -> link.at("/event/action")).map(JsonNode::asString))
                .containsExactly("project.delete", "project.change", "project.create");
    }

    private String refusal(String id, String method) throws Exception {
        var request = as(owner, "/api/projects/" + id).header("If-Match", "*");
        var problem = json(method.equals("GET") ? request : with(request, method, "{\"name\":\"x\"}"), 404);
        return problem.toString().replace(id, "ID").replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
