package dev.universalapi.search.intent.slot.number;

import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Addresses of the internet, as RFC 5952 writes them.
final class Addresses {
    private static final int LONGEST = 45;

    private Addresses() {}

    /// The address that a word is, if it is one.
    static Optional<String> read(String word) {
        if (word.length() < 2 || word.length() > LONGEST) {
            return Optional.empty();
        }
        return word.indexOf(':') >= 0 ? v6(word) : v4(word);
    }

    private static Optional<String> v4(String word) {
        var parts = word.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (var part : parts) {
            if (part.isEmpty()
                    || part.length() > 3
                    || !part.chars().allMatch(sign -> sign >= '0' && sign <= '9')
                    || Integer.parseInt(part) > 255
                    || part.length() > 1 && part.startsWith("0")) {
                return Optional.empty();
            }
        }
        return Optional.of(word);
    }

    private static Optional<String> v6(String word) {
        var colons = word.chars().filter(sign -> sign == ':').count();
        if (colons < 2
                || !word.chars().allMatch(sign -> sign == ':' || sign == '.' || Character.digit(sign, 16) >= 0)
                || word.equals("::")) {
            return Optional.empty();
        }
        try {
            return Optional.of(written(Inet6Address.ofLiteral(word).getAddress()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String written(byte[] address) {
        var groups = new ArrayList<String>();
        for (var at = 0; at < address.length; at += 2) {
            groups.add(Integer.toHexString((address[at] & 0xff) << 8 | address[at + 1] & 0xff));
        }
        var from = 0;
        var longest = 1;
        for (var at = 0; at < groups.size(); at++) {
            var zeros = zeros(groups, at);
            if (zeros > longest) {
                from = at;
                longest = zeros;
            }
        }
        return longest == 1
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, from)) + "::"
                        + String.join(":", groups.subList(from + longest, groups.size()));
    }

    private static int zeros(List<String> groups, int from) {
        var at = from;
        while (at < groups.size() && groups.get(at).equals("0")) {
            at++;
        }
        return at - from;
    }
}
