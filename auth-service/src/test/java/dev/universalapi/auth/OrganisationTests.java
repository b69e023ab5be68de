package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OrganisationTests extends AuthTests {
    private Caller owner = operator();
    private String path = "";

    @BeforeEach
    void found() throws Exception {
        owner = owner(found("Acme"));
        path = "/api/organisations/" + owner.organisation();
    }

    @Test
    void beginsWithAProjectAndAKeyOfItsOwner() throws Exception {
        var founded = found("Beginner");

        assertThat(founded.at("/organisation/id").asString()).matches("org_[0-9a-v]{20}");
        assertThat(founded.at("/organisation/plan").asString()).isEqualTo("free");
        assertThat(founded.at("/project/id").asString()).matches("prj_[0-9a-v]{20}");
        assertThat(founded.at("/ownerKey/scopes").toString()).isEqualTo("[\"*:*\"]");
        assertThat(ApiKey.parse(founded.at("/ownerKey/key").asString())).isPresent();
        assertThat(founded.at("/ownerKey/project")).isEqualTo(founded.at("/project/id"));
    }

    @Test
    void beginsOnceForOneIdempotencyKey() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = "{\"name\":\"Once\",\"plan\":\"business\"}";

        var first = json(with(as(operator(), "/api/organisations").header("Idempotency-Key", key), "POST", body), 201);
        var second = json(with(as(operator(), "/api/organisations").header("Idempotency-Key", key), "POST", body), 201);

        assertThat(second.path("organisation")).isEqualTo(first.path("organisation"));
        assertThat(second.path("project")).isEqualTo(first.path("project"));
        assertThat(second.has("ownerKey")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\" \"}",
                "{\"name\":\"x\",\"plan\":\"golden\"}",
                "{\"name\":\"x\",\"id\":\"org_x\"}"
            })
    void doesNotBeginAsWhatMakesNoSense(String body) throws Exception {
        json(with(as(operator(), "/api/organisations"), "POST", body), 400);
    }

    @Test
    void seesItselfAlone() throws Exception {
        var other = owner(found("Other")).organisation();

        var listed = json(as(owner, "/api/organisations"), 200).path("data");
        var theirs = json(as(owner, "/api/organisations/" + other), 404);
        var nobodys = json(as(owner, "/api/organisations/org_00000000000000000000"), 404);
        var impossible = json(as(owner, "/api/organisations/%20"), 404);

        assertThat(listed)
                .singleElement()
                .satisfies(one -> assertThat(one.path("id").asString()).isEqualTo(owner.organisation()));
        assertThat(Stream.of(nobodys, impossible)).allSatisfy(problem -> {
            assertThat(problem.path("type")).isEqualTo(theirs.path("type"));
            assertThat(problem.path("detail")).isEqualTo(theirs.path("detail"));
        });
    }

    @Test
    void changesWhatItNamesAndKeepsTheRest() throws Exception {
        var settings = "{\"settings\":{\"search.record-queries\":\"true\"}}";
        var limits = "{\"name\":\"Acme 2\",\"limits\":{\"quotas\":[{\"amount\":5,\"per\":\"day\",\"hard\":false}]}}";

        json(with(as(owner, path).header("If-Match", "\"1\""), "PATCH", settings), 200);
        var changed = json(with(as(owner, path).header("If-Match", "\"2\""), "PATCH", limits), 200);

        assertThat(changed.path("name").asString()).isEqualTo("Acme 2");
        assertThat(changed.at("/settings/search.record-queries").asString()).isEqualTo("true");
        assertThat(changed.at("/limits/quotas/0/hard").asBoolean()).isFalse();
        assertThat(changed.path("version").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"plan\":\"internal\"}",
                "{\"status\":\"active\"}",
                "{\"name\":null}",
                "{\"settings\":{\"Bad Name\":\"x\"}}",
                "{\"settings\":{\"x\":\"a\\u0000\"}}",
                "{\"settings\":[]}",
                "{\"limits\":{\"rates\":[{\"requests\":1,\"per\":\"PT48H\"}]}}"
            })
    void doesNotDecideWhatIsForOperators(String change) throws Exception {
        json(with(as(owner, path).header("If-Match", "*"), "PATCH", change), 400);

        assertThat(json(as(owner, path), 200).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void isChangedByWhoHasSeenIt() throws Exception {
        json(with(as(owner, path), "PATCH", "{\"name\":\"x\"}"), 428);
        json(with(as(owner, path).header("If-Match", "\"9\""), "PATCH", "{\"name\":\"x\"}"), 412);

        var answer = send(as(owner, path));

        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void tellsWhatRolesAllow() throws Exception {
        var roles = json(as(owner, "/api/organisations/roles"), 200).path("data");

        assertThat(roles.valueStream().map(role -> role.path("role").asString()))
                .containsExactly("owner", "admin", "developer", "viewer");
    }

    @Test
    void isLimitedByThePlanThatOperatorsSet() throws Exception {
        var admin = "/api/admin/organisations/" + owner.organisation();

        var set = json(with(as(operator(), admin + "/plan"), "PUT", "{\"plan\":\"business\"}"), 200);
        var again = json(with(as(operator(), admin + "/plan"), "PUT", "{\"plan\":\"business\"}"), 200);
        json(with(as(operator(), admin + "/plan"), "PUT", "{\"plan\":\"golden\"}"), 400);
        json(with(as(operator(), admin + "/plan"), "PUT", "{}"), 400);
        json(with(as(operator(), "/api/admin/organisations/org_none/plan"), "PUT", "{\"plan\":\"free\"}"), 404);

        assertThat(set.path("plan").asString()).isEqualTo("business");
        assertThat(again.path("version").asInt()).isEqualTo(2);
        assertThat(json(as(operator(), admin), 200)).isEqualTo(again);
    }

    @Test
    void isFoundByOperatorsAmongAll() throws Exception {
        var name = "Needle " + UUID.randomUUID();
        var id = owner(found(name)).organisation();

        var byName = json(
                as(
                        operator(),
                        "/api/admin/organisations?name="
                                + name.substring(0, 20).replace(" ", "%20").toUpperCase(java.util.Locale.ROOT)),
                200);
        var byId = json(as(operator(), "/api/admin/organisations?status=active&plan=free&name=" + id), 200);
        var suspended = json(as(operator(), "/api/admin/organisations?status=suspended&name=" + id), 200);
        json(as(operator(), "/api/admin/organisations?name=%00"), 400);

        for (var page : List.of(byName, byId)) {
            assertThat(page.path("data"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.path("id").asString()).isEqualTo(id));
        }
        assertThat(suspended.path("data")).isEmpty();
    }

    @Test
    void isFoundInPages() throws Exception {
        var first = json(as(operator(), "/api/admin/organisations?limit=1"), 200);
        var next = first.at("/meta/next").asString();
        var second = json(as(operator(), "/api/admin/organisations?limit=1&cursor=" + next), 200);

        assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
    }

    @Test
    void getsAKeyFromOperatorsWhereItsOwnerHasNone() throws Exception {
        var made = json(
                with(as(operator(), "/api/admin/organisations/" + owner.organisation() + "/owner-key"), "POST", ""),
                201);
        json(with(as(operator(), "/api/admin/organisations/org_none/owner-key"), "POST", ""), 404);

        assertThat(made.path("scopes").toString()).isEqualTo("[\"*:*\"]");
        assertThat(json(as(owner, "/api/keys/" + made.path("id").asString()), 200)
                        .path("createdBy")
                        .asString())
                .isEqualTo("key_operator");
    }

    @Test
    void recordsWhatIsDoneToIt() throws Exception {
        json(with(as(owner, path).header("If-Match", "*"), "PATCH", "{\"name\":\"x\"}"), 200);
        json(with(as(operator(), "/api/admin/organisations/" + owner.organisation() + "/suspend"), "POST", ""), 200);

        var actions = json(as(owner, "/api/audit"), 200).path("data").valueStream();

        assertThat(actions.map(link -> link.at("/event/action")).map(JsonNode::asString))
                .containsExactly("organisation.suspend", "organisation.change", "key.create", "organisation.create");
        assertThat(json(as(owner, "/api/audit/verify"), 200).path("intact").asBoolean())
                .isTrue();
    }
}
