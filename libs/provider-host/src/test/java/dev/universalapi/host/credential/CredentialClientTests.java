package dev.universalapi.host.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.universalapi.host.account.AccountClient;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.TokenMint;
import dev.universalapi.platform.security.TokenVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import tools.jackson.databind.json.JsonMapper;

class CredentialClientTests {
    private static final ECKey KEY = generate();

    private final List<String> asked = new ArrayList<>();
    private final List<ServiceInstance> instances = new ArrayList<>();
    private final CredentialSource client = new CredentialClient(new AccountClient(
            new Registry(instances),
            "auth-service",
            Duration.ofSeconds(5),
            new Badge(TokenMint.of(KEY.toJSONString(), InstantSource.system()), "search-service"),
            new JsonMapper()));
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    CredentialClientTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    /// Discovery that knows what a test says.
    private record Registry(List<ServiceInstance> instances) implements DiscoveryClient {
        @Override
        public String description() {
            return "of a test";
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return service.equals("auth-service") ? List.copyOf(instances) : List.of();
        }

        @Override
        public List<String> getServices() {
            return List.of("auth-service");
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
        instances.add(new DefaultServiceInstance(
                "1", "auth-service", "127.0.0.1", server.getAddress().getPort(), false));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksWithABadgeThatOpensCredentialsAlone() throws IOException {
        answer = "{\"providers\":[\"acme\"]}";
        assertThat(client.having("org 1")).containsExactly("acme");
        answer =
                "{\"values\":{\"ACME_KEY\":\"x\"},\"order\":\"before\",\"onDead\":\"fail\",\"state\":\"dead\",\"version\":4,\"new\":1}";
        assertThat(client.deliver("org_1", "acme"))
                .contains(new Delivered(Map.of("ACME_KEY", "x"), "before", "fail", "dead", 4));
        status = 204;
        client.tell("org_1", "acme", 4, "well");

        assertThat(asked)
                .containsExactly(
                        "GET /internal/credentials/org%201 [internal:credentials] ",
                        "GET /internal/credentials/org_1/acme [internal:credentials] ",
                        "POST /internal/credentials/org_1/acme/state [internal:credentials] {\"state\":\"well\",\"version\":4}");
    }

    @Test
    void hasNoneWhereThereIsNoneAnyMore() throws IOException {
        status = 404;

        assertThat(client.deliver("org_1", "acme")).isEqualTo(Optional.empty());
    }

    @Test
    void asksAnotherReplicaWhereOneIsAway() throws IOException {
        for (var i = 0; i < 5; i++) {
            instances.addFirst(new DefaultServiceInstance("away", "auth-service", "127.0.0.1", 1, false));
        }
        answer = "{\"providers\":[]}";

        assertThat(client.having("org_1")).isEmpty();
    }

    @Test
    void saysWhyNobodyCouldBeAskedAndNothingOfWhatWasRead() {
        answer = "{\"values\":\"s3cret\"}";
        assertThatThrownBy(() -> client.deliver("org_1", "acme"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
        status = 503;
        assertThatThrownBy(() -> client.having("org_1")).hasMessage("auth-service answered 503");
        assertThatThrownBy(() -> client.tell("org_1", "acme", 1, "dead")).hasMessage("auth-service answered 503");
        instances.clear();
        assertThatThrownBy(() -> client.having("org_1")).hasMessage("discovery knows no auth-service");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var caller = TokenVerifier.of(new JWKSet(KEY).toString(true), InstantSource.system())
                .verify(String.valueOf(exchange.getRequestHeaders().getFirst("X-Internal-Token")))
                .orElseThrow();
        // in alphabetical order, whatever the order of a map
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .replace("{\"version\":4,\"state\":\"well\"}", "{\"state\":\"well\",\"version\":4}");
        asked.add("%s %s %s %s"
                .formatted(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), caller.scopes(), body));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("parts-1").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
