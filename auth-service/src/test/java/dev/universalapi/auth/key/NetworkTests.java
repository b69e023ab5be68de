package dev.universalapi.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "10.255.3.4/8, 10.0.0.0/8",
        "192.168.1.77/27, 192.168.1.64/27",
        "127.0.0.1, 127.0.0.1/32",
        "1.2.3.4/0, 0.0.0.0/0",
        "2001:db8::1/32, 2001:db8:0:0:0:0:0:0/32",
        "::1, 0:0:0:0:0:0:0:1/128",
        "::/0, 0:0:0:0:0:0:0:0/0"
    })
    void isWrittenInOneWay(String text, String network) {
        assertThat(Network.parse(text)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10.0.0/8",
                "10.0.0.256",
                "10.0.0.0/33",
                "::/129",
                "example.org",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                ":",
                "a:b",
                "fe80::1%eth0"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(ProblemException.class);
    }
}
