package dev.universalapi.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.TokenMint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Timeout(30)
class AuthClientTests {
    private static final String KEY = "0a".repeat(32);
    private static final Duration AMPLE = Duration.ofSeconds(20);

    private final AuthStandIn auth = new AuthStandIn();
    private final AuthStandIn other = new AuthStandIn();

    @AfterEach
    void close() {
        other.close();
        auth.close();
    }

    @Test
    void findsWhoseAKeyIs() {
        auth.knows(KEY, "\"weather:read\"", "");

        var found = client(AMPLE, auth.uri()).find(KEY).join();

        assertThat(found)
                .hasValueSatisfying(
                        account -> assertThat(account.caller().organisation()).isEqualTo("org_1"));
        assertThat(client(AMPLE, auth.uri()).find("0b".repeat(32)).join()).isEmpty();
    }

    @Test
    void passesOverAnInstanceThatTakesNoConnections() throws IOException {
        auth.knows(KEY, "", "");
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var dead = "http://127.0.0.1:" + taken.getLocalPort();

            assertThat(client(AMPLE, dead, auth.uri()).find(KEY).join()).isPresent();
        }
    }

    @Test
    void passesOverAnInstanceThatIsSilent() {
        auth.knows(KEY, "", "");
        other.waitsFor(Mono.never());

        var found = client(Duration.ofSeconds(4), other.uri(), auth.uri()).find(KEY);

        assertThat(found.join()).isPresent();
    }

    @Test
    void asksNobodyTwiceWhoHasAnswered() {
        auth.fails(503);

        assertThatThrownBy(() -> client(AMPLE, auth.uri()).find(KEY).join())
                .hasRootCauseInstanceOf(UnavailableException.class)
                .hasMessageContaining("503");
        assertThat(auth.asked).hasSize(1);
    }

    @Test
    void takesNoAnswerThatMakesNoSense() {
        for (var nonsense : List.of("", "{}", "[1]", "what?", "{\"keyId\": \"key_1\", \"environment\": \"moon\"}")) {
            auth.keys.put(KEY, nonsense);

            assertThatThrownBy(() -> client(AMPLE, auth.uri()).find(KEY).join())
                    .as(nonsense)
                    .hasRootCauseInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void reportsUnlessItIsRefused() {
        var client = client(AMPLE, auth.uri());

        client.used(Map.of("key_1", Instant.EPOCH)).block();

        assertThat(auth.used).containsExactly("{\"used\":{\"key_1\":\"1970-01-01T00:00:00Z\"}}");
        auth.close();
        assertThatThrownBy(() -> client.refused(List.of()).block()).isInstanceOf(UnavailableException.class);
    }

    /// Each try goes to the next instance.
    private static AuthClient client(Duration timeout, String... instances) {
        var tries = new AtomicInteger();
        var http = WebClient.builder()
                .filter((request, next) -> next.exchange(ClientRequest.from(request)
                        .url(URI.create(instances[tries.getAndIncrement() % instances.length]
                                + request.url().getPath()))
                        .build()))
                .baseUrl("http://auth-service")
                .build();
        return new AuthClient(http, mint(), timeout);
    }

    private static TokenMint mint() {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            return TokenMint.of(key.toJSONString(), InstantSource.system());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
