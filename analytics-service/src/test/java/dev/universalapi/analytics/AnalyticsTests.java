package dev.universalapi.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.contracts.event.search.UsageRecorded;
import dev.universalapi.platform.events.Handles;
import dev.universalapi.platform.events.Received;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.tenant.SystemDatabase;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the whole service over a real socket, with a real database and a real Kafka. Discovery and config-server are
/// away.
@RealStores
@SpringBootTest(
        classes = AnalyticsApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        useMainMethod = UseMainMethod.ALWAYS,
        properties = {
            "management.server.port=0",
            "universal.observability.logs=text",
            "universal.analytics.live.watchers=2",
            "spring.cloud.config.uri=http://127.0.0.1:1",
            "eureka.client.service-url.defaultZone=http://127.0.0.1:1/eureka/"
        })
abstract class AnalyticsTests {
    static final RealDatabase DATABASE = RealPostgres.database();
    static final JsonMapper JSON = new JsonMapper();
    private static final ECKey KEY = generate();
    private static final TokenMint MINT = TokenMint.of(KEY.toJSONString(), InstantSource.system());
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    /// So that nothing of another test is counted.
    final String organisation = "org-" + UUID.randomUUID();

    @Autowired
    Environment environment;

    @Autowired
    Handles<UsageRecorded> listener;

    @Autowired
    SystemDatabase system;

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) throws IOException {
        var jwks = Files.writeString(Path.of("target", "test-jwks.json"), new JWKSet(KEY).toString(true));
        properties.add("universal.security.jwks", () -> jwks.toUri().toString());
        properties.add("spring.kafka.bootstrap-servers", RealKafka::bootstrapServers);
        DATABASE.settings().forEach((name, value) -> properties.add(name, () -> value));
    }

    /// Counts as platform has it counted.
    void count(List<Received<UsageRecorded>> batch) {
        system.transactions().executeWithoutResult(_ -> listener.handle(batch));
    }

    HttpRequest.Builder to(String path, String... scopes) {
        return as(organisation, path, scopes);
    }

    HttpRequest.Builder as(String other, String path, String... scopes) {
        var caller = new Caller("key-1", other, Caller.Environment.LIVE, List.of(scopes));
        return anonymousTo(path).header(InternalToken.HEADER, MINT.mint(caller));
    }

    HttpRequest.Builder anonymousTo(String path) {
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    HttpRequest.Builder management(String path) {
        var port = environment.getRequiredProperty("local.management.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode json(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
