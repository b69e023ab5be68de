package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.testkit.tls.SelfSigned;
import dev.universalapi.testkit.tls.TlsFront;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedisTlsTests {
    private static final RedisServer REDIS = RedisServer.start();
    private static final SelfSigned CERTIFICATE = SelfSigned.make();
    private static final TlsFront FRONT = TlsFront.of(CERTIFICATE, REDIS.uri().getPort());

    @AfterAll
    static void ends() {
        FRONT.close();
        REDIS.close();
    }

    @Test
    void asksAServerWhoseCertificateIsOfTheFile() {
        try (var link = link(CERTIFICATE.certificate())) {
            await().until(() -> link.state() == RedisLink.State.CONNECTED);

            var key = "tls".getBytes(StandardCharsets.UTF_8);
            assertThat(link.ask(redis -> redis.set(key, key))).contains("OK");
        }
    }

    @Test
    void goesToNobodyWhoIsNotTrusted() throws InterruptedException {
        var before = FRONT.trusted();
        try (var stranger = connection(SelfSigned.make().certificate());
                var anybody = connection(null)) {
            assertThat(stranger.open()).isPresent();
            assertThat(anybody.open()).isPresent();
        }

        assertThat(FRONT.trusted()).isEqualTo(before);
    }

    @Test
    void saysThatItsFileCannotBeRead() throws InterruptedException {
        try (var connection = connection(Path.of("/nowhere/ca.pem"))) {
            assertThat(connection.open())
                    .hasValueSatisfying(why -> assertThat(why).contains("/nowhere/ca.pem"));
        }
    }

    private static RedisLink link(@Nullable Path caFile) {
        return new RedisLink(properties(caFile), new SimpleMeterRegistry());
    }

    private static Connection connection(@Nullable Path caFile) {
        var properties = properties(caFile);
        return new Connection(uri(), properties, properties.waiting());
    }

    private static RedisProperties properties(@Nullable Path caFile) {
        return new RedisProperties(uri(), null, caFile, Duration.ofSeconds(5), 100);
    }

    private static URI uri() {
        return URI.create("rediss://127.0.0.1:" + FRONT.port());
    }
}
