package dev.universalapi.gateway.identity.account;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/// A network that a key may be used from. Addresses of IPv4 are compared as the IPv6 addresses that stand for them, so
/// that it makes no difference which of the two a socket shows.
///
/// @param high the first half of its address
/// @param low the second
/// @param bits how many bits of it count; none at all can match where there are fewer than 0
record Network(long high, long low, int bits) {
    private static final int LONGEST = 128;
    private static final int HALF = 64;
    private static final int IPV4 = 32;
    private static final long IPV4_PREFIX = 0xffffL << IPV4;
    private static final Network NOWHERE = new Network(0, 0, -1);

    /// Reads `10.0.0.0/8`, `2001:db8::/32` or a single address. What is none holds nobody.
    static Network of(String text) {
        var slash = text.indexOf('/');
        var literal = slash < 0 ? text : text.substring(0, slash);
        var most = literal.indexOf(':') < 0 ? IPV4 : LONGEST;
        try {
            var address = InetAddress.ofLiteral(literal);
            var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            return bits < 0 || bits > most ? NOWHERE : new Network(high(address), low(address), bits + LONGEST - most);
        } catch (IllegalArgumentException _) {
            return NOWHERE;
        }
    }

    /// Whether an address lies in it.
    boolean holds(InetAddress address) {
        return bits >= 0
                && equal(high, high(address), Math.min(bits, HALF))
                && equal(low, low(address), Math.max(bits - HALF, 0));
    }

    private static boolean equal(long one, long other, int bits) {
        return bits == 0 || (one ^ other) >>> (HALF - bits) == 0;
    }

    private static long high(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getLong();
    }

    private static long low(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.capacity() == Integer.BYTES
                ? IPV4_PREFIX | Integer.toUnsignedLong(bytes.getInt())
                : bytes.getLong(Long.BYTES);
    }
}
