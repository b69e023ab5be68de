package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealRedis;
import dev.universalapi.testkit.store.RealStores;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the whole service over a real socket, with a real database, a real Kafka and a real Redis. Discovery and
/// config-server are away.
@RealStores
@Import(AuthTests.Time.class)
@SpringBootTest(
        classes = AuthApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        useMainMethod = UseMainMethod.ALWAYS,
        properties = {
            "management.server.port=0",
            "universal.observability.logs=text",
            "spring.cloud.config.uri=http://127.0.0.1:1",
            "eureka.client.service-url.defaultZone=http://127.0.0.1:1/eureka/"
        })
public abstract class AuthTests {
    protected static final RealDatabase DATABASE = RealPostgres.database();
    protected static final RealRedis REDIS = RealRedis.start();
    protected static final VirtualClock CLOCK = new VirtualClock();
    /// A key that is there from the first start on, of the organisation `local`.
    protected static final ApiKey FIRST_KEY = ApiKey.random(Caller.Environment.LIVE, new SecureRandom());

    protected static final JsonMapper JSON = new JsonMapper();
    private static final ECKey KEY = generate();
    private static final TokenMint MINT = TokenMint.of(KEY.toJSONString(), InstantSource.system());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    protected Environment environment;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        InstantSource virtualClock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) throws IOException {
        var jwks = Files.writeString(Path.of("target", "test-jwks.json"), new JWKSet(KEY).toString(true));
        properties.add("universal.security.jwks", () -> jwks.toUri().toString());
        properties.add("spring.kafka.bootstrap-servers", RealKafka::bootstrapServers);
        var first = Files.writeString(
                Path.of("target", "test-first-keys"),
                "# the first\n\n%s local live *:*,operator:*\n".formatted(FIRST_KEY.sha256()));
        properties.add("universal.auth.first.keys", first::toString);
        properties.add("universal.redis.uri", REDIS::uri);
        DATABASE.settings().forEach((name, value) -> properties.add(name, () -> value));
    }

    protected final HttpRequest.Builder as(Caller caller, String path) {
        return anonymousTo(path).header(InternalToken.HEADER, MINT.mint(caller));
    }

    protected final HttpRequest.Builder as(String organisation, String path, String... scopes) {
        return as(new Caller("key_1", organisation, Caller.Environment.LIVE, List.of(scopes)), path);
    }

    protected final HttpRequest.Builder anonymousTo(String path) {
        return to("local.server.port", path);
    }

    protected final HttpRequest.Builder management(String path) {
        return to("local.management.port", path);
    }

    private HttpRequest.Builder to(String port, String path) {
        return HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:%d%s".formatted(environment.getRequiredProperty(port, Integer.class), path)));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    protected static JsonNode json(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        var answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /// Sends a body of JSON.
    protected static HttpRequest.Builder with(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    /// Who operates the suite.
    protected static Caller operator() {
        return new Caller("key_operator", "local", Caller.Environment.LIVE, List.of("*:*", "operator:*"));
    }

    /// A new organisation: `organisation`, `project`, `ownerKey`.
    protected final JsonNode found(String name) throws IOException, InterruptedException {
        return json(with(as(operator(), "/api/organisations"), "POST", "{\"name\":\"%s\"}".formatted(name)), 201);
    }

    /// Who owns an organisation that was [#found].
    protected static Caller owner(JsonNode founded) {
        return new Caller(
                founded.at("/ownerKey/id").asString(),
                founded.at("/organisation/id").asString(),
                founded.at("/project/id").asString(),
                Caller.Environment.LIVE,
                List.of("*:*"),
                "free");
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
