package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.host.redis.IdentityFeed;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.InternalToken;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.security.TokenVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A host with the engines that are shipped, beside an auth-service that says what a test says.
@SpringBootTest(
        classes = SwitchedOffTests.Host.class,
        properties = {
            "spring.application.name=host",
            "spring.cloud.config.enabled=false",
            "universal.providers.mode=live",
            "universal.providers.sandbox=http://127.0.0.1:1",
            "management.server.port=-1"
        })
@AutoConfigureMockMvc
class SwitchedOffTests {
    private static final String PLAN = "/api/paint/colour?name=red&latitude=0&dryRun=true";
    private static final String PIGMENTS = "provider:pigments";
    private static final String COLOUR = "operation:paint/colour";
    private static final JsonMapper JSON = new JsonMapper();
    private static final ECKey KEY = generate();
    private static final TokenMint MINT = TokenMint.of(KEY.toJSONString(), InstantSource.system());
    private static final Map<String, String> OFF = new ConcurrentHashMap<>();
    private static final HttpServer AUTH = auth();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private List<IdentityFeed.Listener> listeners;

    /// The host.
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Host {
        @Bean
        TokenVerifier tokenVerifier() {
            return TokenVerifier.of(new JWKSet(KEY).toString(true), InstantSource.system());
        }

        @Bean
        Badge badge() {
            return new Badge(MINT, "host");
        }

        @Bean
        Operations operations() {
            return Operations.of(Colour.class, Brush.class);
        }

        @Bean
        Catalogue catalogue(Operations operations) {
            return Catalogue.load(operations, Path.of("src/test/resources/atelier"));
        }
    }

    @DynamicPropertySource
    static void knowsWhereAuthServiceIs(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.cloud.discovery.client.simple.instances.auth-service[0].uri",
                () -> "http://127.0.0.1:" + AUTH.getAddress().getPort());
    }

    @AfterEach
    void switchOn() {
        OFF.clear();
        tell(PIGMENTS);
        await().until(() -> isOpen() && removal(Caller.Environment.LIVE).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Caller.Environment.class)
    void aProviderIsNoCandidateInEitherModeUntilItIsOnAgain(Caller.Environment environment) {
        assertThat(removal(environment)).isEmpty();

        OFF.put(PIGMENTS, "wrong figures");
        tell(PIGMENTS);
        await().until(() -> removal(environment).equals("it is switched off: wrong figures"));
        OFF.clear();
        tell(PIGMENTS);

        await().until(() -> removal(environment).isEmpty());
    }

    @Test
    void anOperationIsRefusedBeforeAnythingElseUntilItIsOnAgain() throws Exception {
        OFF.put(COLOUR, "under repair");
        tell(COLOUR);
        await().until(() -> !isOpen());
        var answer = http.get()
                .uri("/api/paint/colour")
                .header(InternalToken.HEADER, token(Caller.Environment.LIVE))
                .exchange();
        var problem = AtelierTests.problem(answer, 503, "service-unavailable");
        assertThat(problem.path("detail").asString()).isEqualTo("paint/colour is switched off: under repair");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(answer.getResponse().getHeader("Retry-After")).isEqualTo("60");

        OFF.clear();
        tell(COLOUR);

        await().until(this::isOpen);
    }

    private void tell(String target) {
        listeners.forEach(listener -> listener.changed("switch", target));
    }

    private boolean isOpen() {
        return ask(Caller.Environment.LIVE).has("candidates");
    }

    /// Why a provider is no candidate; empty if it is one.
    private String removal(Caller.Environment environment) {
        return ask(environment)
                .path("candidates")
                .valueStream()
                .filter(one -> one.path("provider").asString().equals("pigments"))
                .filter(one -> one.path("removedBy").asString("").equals("switched-off"))
                .map(one -> one.path("reason").asString())
                .collect(Collectors.joining());
    }

    private JsonNode ask(Caller.Environment environment) {
        return JSON.readTree(http.get()
                .uri(PLAN)
                .header(InternalToken.HEADER, token(environment))
                .exchange()
                .getResponse()
                .getContentAsByteArray());
    }

    private static String token(Caller.Environment environment) {
        return MINT.mint(new Caller("key-1", "guild", environment, List.of("paint:read")));
    }

    private static HttpServer auth() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/internal/switches", SwitchedOffTests::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var caller = TokenVerifier.of(new JWKSet(KEY).toString(true), InstantSource.system())
                .verify(String.valueOf(exchange.getRequestHeaders().getFirst(InternalToken.HEADER)))
                .orElseThrow();
        assertThat(caller.scopes()).containsExactly("internal:credentials");
        var all = OFF.entrySet().stream()
                .map(one -> Map.of(
                        "target", one.getKey(), "reason", one.getValue(), "by", "key_1", "at", "2026-01-01T00:00:00Z"))
                .toList();
        var bytes =
                JSON.writeValueAsString(Map.of("data", all, "meta", Map.of())).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("atelier").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
