package dev.universalapi.auth.key;

import dev.universalapi.auth.request.Checks;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// A network as CIDR, in one way of writing: `10.0.0.0/8`.
final class Network {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    private Network() {}

    /// @param text with a prefix, or an address for itself alone
    static String parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw wrong();
        }
        byte[] bytes;
        try {
            bytes = InetAddress.ofLiteral(matcher.group(1)).getAddress();
        } catch (IllegalArgumentException _) {
            throw wrong();
        }
        var bits = bytes.length * Byte.SIZE;
        var prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
        if (prefix > bits) {
            throw wrong();
        }
        return masked(bytes, prefix).getHostAddress() + "/" + prefix;
    }

    private static InetAddress masked(byte[] bytes, int prefix) {
        for (int i = 0; i < bytes.length; i++) {
            var kept = Math.clamp(prefix - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException wrong() {
        return Checks.wrong("networks", "networks are CIDR, like 10.0.0.0/8 or 2001:db8::/32");
    }
}
