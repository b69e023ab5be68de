package dev.universalapi.host.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisPropertiesTests {
    private static final Duration TIMEOUT = Duration.ofMillis(30);

    @ParameterizedTest
    @ValueSource(strings = {"redis://10.0.0.1:6379", "rediss://cache.example"})
    void takesAddressesOfRedis(String uri) {
        var properties = new RedisProperties(URI.create(uri), null, null, TIMEOUT, 1);

        assertThat(properties.uri()).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1:6379", "redis:6379", "10.0.0.1"})
    void refusesOtherAddresses(String uri) {
        assertThatThrownBy(() -> new RedisProperties(URI.create(uri), null, null, TIMEOUT, 1))
                .hasMessageContaining("redis://host:port");
    }

    @Test
    void refusesAPasswordInTheAddress() {
        assertThatThrownBy(() -> new RedisProperties(URI.create("redis://:secret@10.0.0.1:1"), null, null, TIMEOUT, 1))
                .hasMessageContaining("password-file")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void refusesToWaitNotAtAll(long millis) {
        assertThatThrownBy(() -> new RedisProperties(null, null, null, Duration.ofMillis(millis), 1))
                .hasMessageContaining("universal.redis.timeout");
    }

    @Test
    void refusesToSendNothing() {
        assertThatThrownBy(() -> new RedisProperties(null, null, null, TIMEOUT, 0))
                .hasMessageContaining("universal.redis.waiting");
    }
}
