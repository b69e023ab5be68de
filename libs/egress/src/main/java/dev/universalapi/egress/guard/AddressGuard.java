package dev.universalapi.egress.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Judges addresses by the special-purpose registries of IANA, not by who answers there.
final class AddressGuard {
    /// From where an address can be reached.
    enum Reach {
        /// From everywhere.
        PUBLIC,
        /// From the own machine or network; the operator may allow it.
        PRIVATE,
        /// Metadata services, link-local, multicast, documentation, transition and reserved ranges. Nobody may
        /// allow it.
        NEVER
    }

    private static final int MAPPED_PREFIX = 96;

    private static final Network MAPPED = Network.of("::ffff:0:0", MAPPED_PREFIX);
    private static final Network GLOBAL_UNICAST = Network.of("2000::", 3);

    private static final List<Network> NEVER = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("100.100.100.200", 32), // metadata of Alibaba Cloud
            Network.of("168.63.129.16", 32), // platform channel of Azure
            Network.of("169.254.0.0", 16),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("192.88.99.0", 24),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("224.0.0.0", 4),
            Network.of("240.0.0.0", 4),
            Network.of("2001::", 23),
            Network.of("2001:db8::", 32),
            Network.of("2002::", 16),
            Network.of("3fff::", 20),
            Network.of("fd00:ec2::254", 128), // metadata of AWS
            Network.of("fd20:ce::254", 128)); // metadata of Google Cloud

    private static final List<Network> PRIVATE = List.of(
            Network.of("10.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("127.0.0.0", 8),
            Network.of("172.16.0.0", 12),
            Network.of("192.168.0.0", 16),
            Network.of("::1", 128),
            Network.of("fc00::", 7));

    private AddressGuard() {}

    /// The reach of an address. An IPv4 address inside an IPv6 one is judged as what it is. Of IPv6 only global
    /// unicast is public, so NAT64 (64:ff9b::/96), discard (100::/64), SRv6 (5f00::/16) and whatever is assigned
    /// later are not.
    static Reach reach(InetAddress address) {
        var bytes = unmapped(address.getAddress());
        if (isIn(NEVER, bytes)) {
            return Reach.NEVER;
        }
        if (isIn(PRIVATE, bytes)) {
            return Reach.PRIVATE;
        }
        return bytes.length == 4 || GLOBAL_UNICAST.contains(bytes) ? Reach.PUBLIC : Reach.NEVER;
    }

    private static boolean isIn(List<Network> networks, byte[] bytes) {
        return networks.stream().anyMatch(network -> network.contains(bytes));
    }

    private static byte[] unmapped(byte[] bytes) {
        return MAPPED.contains(bytes) ? Arrays.copyOfRange(bytes, MAPPED_PREFIX / Byte.SIZE, bytes.length) : bytes;
    }
}
