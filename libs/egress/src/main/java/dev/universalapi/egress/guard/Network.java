package dev.universalapi.egress.guard;

import java.net.InetAddress;
import java.util.Arrays;

/// A range of addresses that share their first bits.
final class Network {
    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /// @param address a literal; a name is never looked up here
    static Network of(String address, int bits) {
        return new Network(literal(address), bits);
    }

    /// Whether an address of the same family lies inside.
    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
            return false;
        }
        var rest = bits % Byte.SIZE;
        return rest == 0 || ((address[whole] ^ prefix[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0;
    }

    private static byte[] literal(String address) {
        var bytes = InetAddress.ofLiteral(address).getAddress();
        return address.startsWith("::ffff:") && bytes.length == 4 ? mapped(bytes) : bytes;
    }

    // the JDK turns a mapped literal into an IPv4 address before anybody can see it
    private static byte[] mapped(byte[] ipv4) {
        var bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        System.arraycopy(ipv4, 0, bytes, 12, ipv4.length);
        return bytes;
    }
}
