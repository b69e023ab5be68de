package dev.universalapi.auth.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisPropertiesTests {
    @ParameterizedTest
    @ValueSource(strings = {"redis://localhost:6379", "rediss://localhost"})
    void nameARedis(String uri) {
        assertThat(new RedisProperties(URI.create(uri), null, null).uri()).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:6379", "redis:/x", "localhost", "redis://:secret@localhost"})
    void nameNothingElseAndNoPassword(String uri) {
        assertThatThrownBy(() -> new RedisProperties(URI.create(uri), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
