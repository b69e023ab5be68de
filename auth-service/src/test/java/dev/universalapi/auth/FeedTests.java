package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.platform.security.ApiKey;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What gateways hear of.
class FeedTests extends AuthTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void tellsGatewaysOfEachChange() throws Exception {
        var founded = found("Told");
        var owner = owner(founded);
        var key = ApiKey.parse(founded.at("/ownerKey/key").asString())
                .orElseThrow()
                .sha256();

        json(with(as(operator(), "/api/admin/organisations/" + owner.organisation() + "/suspend"), "POST", ""), 200);
        json(
                with(
                        as(owner, "/api/projects/" + owner.project()).header("If-Match", "*"),
                        "PATCH",
                        "{\"name\":\"x\"}"),
                200);
        json(with(as(owner, "/api/keys/" + owner.keyId() + "/revoke"), "POST", ""), 200);
        send(with(as(operator(), "/api/admin/switches?target=provider:told"), "PUT", "{\"reason\":\"x\"}"));
        send(as(operator(), "/api/admin/switches?target=provider:told").DELETE());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stream())
                        .containsSubsequence(
                                "organisation " + owner.organisation(),
                                "key " + key,
                                "organisation " + owner.organisation(),
                                "project " + owner.project(),
                                "key " + key,
                                "switch provider:told",
                                "switch provider:told"));
    }

    /// Writes what it tells, `target/figures/auth-service.txt`: rules and boards are compared with it.
    @Test
    void tellsHowFarItIs() throws Exception {
        found("Figured");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(figures().lines())
                        .anyMatch(line -> line.startsWith("feed_age_seconds{") && line.endsWith(" 0.0"))
                        .anyMatch(line -> line.startsWith("feed_delay_seconds_bucket{"))
                        .anyMatch(line -> line.startsWith("kafka_connected{") && line.endsWith(" 1.0")));

        var file = Path.of("target", "figures", "auth-service.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, figures());
    }

    private String figures() throws Exception {
        return send(management("/actuator/prometheus")).body();
    }

    @Test
    void saysInHealthThatItTells() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(management("/actuator/health"), 200)
                                .at("/components/feed/status")
                                .asString())
                        .isEqualTo("UP"));
    }

    @Test
    void keepsTheFirstKeysOfItsFile() throws Exception {
        var known = json(as("-", "/internal/keys/" + FIRST_KEY.sha256(), "internal:identity"), 200);

        assertThat(known.path("organisation").asString()).isEqualTo("local");
        assertThat(known.path("project").asString()).isEqualTo("prj_local");
        assertThat(known.path("plan").asString()).isEqualTo("internal");
        assertThat(known.path("scopes").toString()).isEqualTo("[\"*:*\",\"operator:*\"]");
        assertThat(known.path("keyId").asString()).matches("key_[0-9a-v]{20}");
    }

    private static List<String> stream() {
        try (var client = RedisClient.create(RedisURI.create(REDIS.uri()));
                var connection = client.connect()) {
            return connection.sync().xrange("uapi:identity", Range.unbounded()).stream()
                    .map(message -> message.getBody().get("kind") + " "
                            + message.getBody().get("id"))
                    .toList();
        }
    }
}
