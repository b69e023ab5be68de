package dev.universalapi.search.fusion.duplicate;

import java.net.IDN;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// An address as a key: two that lead to the same page are equal, whatever they say of where the reader came from.
final class CanonicalUrl {
    private static final Set<String> TRACKING =
            Set.of("fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref", "ref_src", "spm", "amp");
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private CanonicalUrl() {}

    /// Without scheme, `www.`, default port, tracking, and fragment that is no page; parameters in order.
    static String of(URI url) {
        var host = url.getHost();
        if (host == null) {
            return url.toString();
        }
        var path = url.normalize().getRawPath();
        var key = new StringBuilder(plainHost(host)).append(port(url)).append(plainPath(path == null ? "" : path));
        if (url.getRawQuery() != null) {
            key.append(plainQuery(url.getRawQuery()));
        }
        if (url.getRawFragment() != null && url.getRawFragment().startsWith("!")) {
            key.append('#').append(url.getRawFragment());
        }
        return key.toString();
    }

    private static String plainHost(String host) {
        var lower = ascii(host).toLowerCase(Locale.ROOT);
        for (var prefix : new String[] {"www.", "m.", "amp."}) {
            // `m.fr` is a site, `m.site.fr` one for small screens
            if (lower.startsWith(prefix) && lower.indexOf('.', prefix.length()) > 0) {
                lower = lower.substring(prefix.length());
            }
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException _) {
            return host; // a host that no registry would take is still itself
        }
    }

    private static String port(URI url) {
        var port = url.getPort();
        return port < 0 || port == 80 || port == 443 ? "" : ":" + port;
    }

    private static String plainPath(String path) {
        var plain = decoded(path);
        plain = without(plain, "/amp/");
        plain = without(plain, "/amp");
        return without(plain, "/");
    }

    private static String without(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static String plainQuery(String query) {
        return Arrays.stream(query.split("&"))
                .map(CanonicalUrl::decoded)
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), joined -> joined.isEmpty() ? "" : "?" + joined));
    }

    private static boolean isTracking(String parameter) {
        var end = parameter.indexOf('=');
        var name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    /// With percent signs only where a character needs one.
    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        var plain = new StringBuilder(raw.length());
        for (var at = 0; at < raw.length(); at++) {
            var unit = raw.charAt(at) == '%' && at + 2 < raw.length() ? unit(raw, at) : -1;
            if (unit >= 0 && UNRESERVED.indexOf(unit) >= 0) {
                plain.append((char) unit);
                at += 2;
            } else if (unit >= 0) {
                plain.append(raw.substring(at, at + 3).toUpperCase(Locale.ROOT));
                at += 2;
            } else {
                plain.append(raw.charAt(at));
            }
        }
        return plain.toString();
    }

    private static int unit(String raw, int at) {
        var high = Character.digit(raw.charAt(at + 1), 16);
        var low = Character.digit(raw.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
