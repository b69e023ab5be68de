package dev.universalapi.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
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
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the whole service over a real socket. Discovery and config-server are away, the world outside is the test's
/// own.
@SpringBootTest(
        classes = SearchApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        useMainMethod = UseMainMethod.ALWAYS,
        properties = {
            "management.server.port=0",
            "universal.observability.logs=text",
            "universal.providers.mode=sandbox",
            "spring.cloud.config.uri=http://127.0.0.1:1",
            "eureka.client.service-url.defaultZone=http://127.0.0.1:1/eureka/",
            "universal.live.standing.in-a-row=1000",
            "universal.live.standing.fewest=1000", // one test leaves no breaker open to the next
            "springdoc.override-with-generic-response=false"
        })
abstract class SearchTests {
    static final Outside OUTSIDE = new Outside();
    static final JsonMapper JSON = new JsonMapper();
    private static final ECKey KEY = generate();
    private static final TokenMint MINT = TokenMint.of(KEY.toJSONString(), InstantSource.system());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Caller CALLER = new Caller("key-1", "local", Caller.Environment.LIVE, List.of("*"));

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void wire(DynamicPropertyRegistry properties) throws IOException {
        var jwks = Files.writeString(Path.of("target", "test-jwks.json"), new JWKSet(KEY).toString(true));
        properties.add("universal.security.jwks", () -> jwks.toUri().toString());
        properties.add("universal.providers.sandbox", () -> "http://127.0.0.1:" + OUTSIDE.port());
    }

    @BeforeEach
    void forget() {
        OUTSIDE.forget();
    }

    static String token() {
        return MINT.mint(CALLER);
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    HttpRequest.Builder to(String path) {
        return anonymousTo(path).header(InternalToken.HEADER, token()).header("Cache-Control", "no-store");
    }

    HttpRequest.Builder anonymousTo(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
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
