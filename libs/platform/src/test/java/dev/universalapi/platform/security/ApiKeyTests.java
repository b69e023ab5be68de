package dev.universalapi.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.platform.security.Caller.Environment;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTests {
    private static final String KNOWN = "uapi_live_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8p";

    @Test
    void readsTheKnownKey() {
        var key = ApiKey.parse(KNOWN);

        assertThat(key).hasValueSatisfying(read -> {
            assertThat(read.environment()).isEqualTo(Environment.LIVE);
            assertThat(read.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void makesKeysThatItReads() {
        var made = ApiKey.random(Environment.TEST, new SecureRandom());

        assertThat(ApiKey.parse(made.text())).contains(made);
    }

    @Test
    void showsOnlyTheBeginningOfAKey() {
        assertThat(ApiKey.parse(KNOWN)).hasToString("Optional[uapi_live_4fQz…]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "uapi_live_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8q",
                "uapi_test_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8p",
                "uapi_live_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8",
                "uapi_live_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8p ",
                "uapi_dead_4fQzP0aZ8sK1mB7xV3nT9cR2yW6dH5jL2X6f8p"
            })
    void refusesWhatIsNoKey(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }
}
