package dev.universalapi.egress.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.guard.AddressGuard.Reach;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8", "93.184.216.34", "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
                "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
                        "192.0.1.0",
                "192.0.3.0", "192.88.98.255", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
                        "198.51.99.255",
                "203.0.114.0", "223.255.255.255", "2606:2800:220:1::1", "2a00::1", "2001:200::1",
                        "2001:4860:4860::8888", "3ffe::1"
            })
    void everybodyReachesPublicAddresses(String address) {
        assertThat(AddressGuard.reach(InetAddress.ofLiteral(address))).isEqualTo(Reach.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255",
                "::1",
                "fc00::",
                "fdff:ffff::1"
            })
    void onlyTheOperatorReachesPrivateAddresses(String address) {
        assertThat(AddressGuard.reach(InetAddress.ofLiteral(address))).isEqualTo(Reach.PRIVATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "100.100.100.200",
                "168.63.129.16",
                "::",
                "::2",
                "::127.0.0.1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "100::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "64:ff9b::8.8.8.8",
                "64:ff9b:1::1",
                "5f00::1",
                "2001::1",
                "2001:20::1",
                "3fff::1",
                "4000::1",
                "fd00:ec2::254",
                "fd20:ce::254"
            })
    void nobodyReachesReservedAddresses(String address) {
        assertThat(AddressGuard.reach(InetAddress.ofLiteral(address))).isEqualTo(Reach.NEVER);
    }

    @Test
    void judgesAMappedAddressAsWhatItIs() throws UnknownHostException {
        assertThat(AddressGuard.reach(mapped(127, 0, 0, 1))).isEqualTo(Reach.PRIVATE);
        assertThat(AddressGuard.reach(mapped(169, 254, 169, 254))).isEqualTo(Reach.NEVER);
        assertThat(AddressGuard.reach(mapped(8, 8, 8, 8))).isEqualTo(Reach.PUBLIC);
    }

    private static InetAddress mapped(int a, int b, int c, int d) throws UnknownHostException {
        var bytes = new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) a, (byte) b, (byte) c, (byte) d};
        return Inet6Address.getByAddress("mapped.example", bytes, -1);
    }
}
