package dev.universalapi.launcher.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ApiKeyTests {
    private static final String KNOWN = "uapi_live_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8p";

    @Test
    void hasTheChecksumOfTheKnownKey() {
        assertThat(ApiKey.checksum(KNOWN.substring(0, KNOWN.length() - 6))).isEqualTo("2X6f8p");
        assertThat(new ApiKey(KNOWN).wellFormed()).isTrue();
    }

    @Test
    void isMadeWellFormed() {
        var key = ApiKey.random("live", new SecureRandom());

        assertThat(key.text()).matches("uapi_live_[0-9A-Za-z]{38}");
        assertThat(key.wellFormed()).isTrue();
        assertThat(key.environment()).isEqualTo("live");
        assertThat(ApiKey.random("test", new SecureRandom()).environment()).isEqualTo("test");
    }

    @Test
    void seesAWrongCharacter() {
        assertThat(new ApiKey(KNOWN.replace('Z', 'Y')).wellFormed()).isFalse();
        assertThat(new ApiKey("uapi_live_short").wellFormed()).isFalse();
    }

    @Test
    void tellsItselfToNobody() {
        var key = new ApiKey(KNOWN);

        assertThat(key.toString()).doesNotContain("4fQz");
        assertThat(key.sha256()).matches("[0-9a-f]{64}");
    }
}
