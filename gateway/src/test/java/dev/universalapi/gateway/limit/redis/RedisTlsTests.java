package dev.universalapi.gateway.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.gateway.redis.RedisProperties;
import dev.universalapi.testkit.tls.SelfSigned;
import dev.universalapi.testkit.tls.TlsFront;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisTlsTests {

    @Test
    void asksAServerWhoseCertificateIsOfTheFile() throws Exception {
        var certificate = SelfSigned.make();
        try (var redis = RedisServer.start();
                var front = TlsFront.of(certificate, redis.uri().getPort());
                var link = new RedisLink(
                        new RedisProperties(
                                URI.create("rediss://127.0.0.1:" + front.port()),
                                null,
                                certificate.certificate(),
                                Duration.ofSeconds(5),
                                100),
                        new SimpleMeterRegistry())) {
            await().until(() -> link.state() == RedisLink.State.CONNECTED);

            var key = "tls".getBytes(StandardCharsets.UTF_8);
            assertThat(link.ask(redisAsync -> redisAsync.set(key, key)).get()).isEqualTo("OK");
        }
    }
}
