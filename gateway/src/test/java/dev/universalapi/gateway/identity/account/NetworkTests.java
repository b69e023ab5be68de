package dev.universalapi.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1",
        "10.1.2.3, 10.1.2.3",
        "10.1.2.3/32, 10.1.2.3",
        "10.1.2.4/31, 10.1.2.5",
        "0.0.0.0/0, 203.0.113.9",
        "127.0.0.0/8, ::ffff:127.0.0.1",
        "::ffff:127.0.0.1/128, 127.0.0.1",
        "2001:db8::/32, 2001:db8:ffff::1",
        "2001:db8:0:1::/64, 2001:db8:0:1::9",
        "2001:db8::8/125, 2001:db8::f",
        "::1, ::1",
        "::/0, 2001:db8::1"
    })
    void holds(String network, String address) {
        assertThat(Network.of(network).holds(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 11.0.0.0",
        "10.1.2.3, 10.1.2.4",
        "10.1.2.4/31, 10.1.2.6",
        "0.0.0.0/0, 2001:db8::1",
        "2001:db8::/32, 2001:db9::1",
        "2001:db8:0:1::/64, 2001:db8:0:2::1",
        "2001:db8::8/125, 2001:db8::10",
        "::1, 127.0.0.1"
    })
    void doesNotHold(String network, String address) {
        assertThat(Network.of(network).holds(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "localhost", "::/129"})
    void whatIsNoNetworkHoldsNobody(String text) {
        assertThat(Network.of(text).holds(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
        assertThat(Network.of(text).holds(InetAddress.ofLiteral("::"))).isFalse();
    }
}
