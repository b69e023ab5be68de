package dev.universalapi.auth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.testkit.store.RealRedis;
import dev.universalapi.testkit.tls.SelfSigned;
import dev.universalapi.testkit.tls.TlsFront;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class RedisTlsTests {
    private static final List<Change> CHANGES = List.of(new Change(1, "key", "key_1", Instant.EPOCH));

    @Test
    void tellsAServerWhoseCertificateIsOfTheFileAndNoOther() throws Exception {
        var certificate = SelfSigned.make();
        try (var redis = RealRedis.start();
                var front = TlsFront.of(certificate, redis.uri().getPort());
                var stream = stream(front, certificate.certificate());
                var stranger = stream(front, SelfSigned.make().certificate())) {
            stream.add(CHANGES);

            assertThat(front.trusted()).isOne();
            assertThatThrownBy(() -> stranger.add(CHANGES)).isInstanceOf(ExecutionException.class);
            assertThat(front.trusted()).isOne();
        }
    }

    private static RedisStream stream(TlsFront front, Path caFile) {
        var uri = URI.create("rediss://127.0.0.1:" + front.port());
        return new RedisStream(uri, new RedisProperties(uri, null, caFile));
    }
}
