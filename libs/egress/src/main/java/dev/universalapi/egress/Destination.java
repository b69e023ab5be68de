package dev.universalapi.egress;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// The one place that a call may go to: scheme, host and port of the `base` that a manifest declares.
///
/// It travels with every request, and nothing outside it is dialled. There are two ways to make one, and no
/// third: [#declared] for what a manifest says, and [#byOperator] for what the operator of this installation
/// says.
public final class Destination {
    private static final Pattern HOLE = Pattern.compile("\\{[a-zA-Z]+}(?=\\.)");
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final Pattern OPERATORS_NAME =
            Pattern.compile("([a-z0-9_]([a-z0-9_-]*[a-z0-9])?\\.)*[a-z]([a-z0-9_-]*[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9-]{0,15}");
    private static final Pattern DOTTED =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
    private static final Pattern COLONS = Pattern.compile("\\[[0-9a-f:.]+]");
    private static final String HELD = "hole--held";

    private final String scheme;
    private final String host;
    private final int port;
    private final boolean wildcard;
    private final boolean byOperator;

    private Destination(String scheme, String host, int port, boolean wildcard, boolean byOperator) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.wildcard = wildcard;
        this.byOperator = byOperator;
    }

    /// What a manifest declares: a public name, on the port of its scheme. A hole may stand for its leftmost
    /// label, before two fixed ones, as in `https://{language}.wikipedia.org`.
    ///
    /// @throws IllegalArgumentException saying in one sentence what is wrong
    public static Destination declared(String base) {
        return parse(base, false);
    }

    /// What the operator sets: any port, and also a host of the own network, by name or by plain address. Only
    /// for a `base` that came from the operator's environment or secrets folder.
    ///
    /// @throws IllegalArgumentException saying in one sentence what is wrong
    public static Destination byOperator(String base) {
        return parse(base, true);
    }

    /// Whether an address lies here: same scheme, host and port, and no user in it.
    public boolean covers(URI address) {
        var named = address.getHost();
        return named != null
                && scheme.equalsIgnoreCase(address.getScheme())
                && address.getRawUserInfo() == null
                && port == portOf(scheme, address.getPort())
                && coversHost(named.toLowerCase(Locale.ROOT));
    }

    /// `http` or `https`.
    public String scheme() {
        return scheme;
    }

    /// Lower case; `*` stands for a label that each request chooses.
    public String host() {
        return wildcard ? "*" + host : host;
    }

    public int port() {
        return port;
    }

    /// Whether addresses of the own network may be dialled.
    public boolean isByOperator() {
        return byOperator;
    }

    @Override
    public String toString() {
        return scheme + "://" + host() + ":" + port;
    }

    private boolean coversHost(String named) {
        if (!wildcard) {
            return named.equals(host);
        }
        var dot = named.indexOf('.');
        return dot > 0
                && named.substring(dot).equals(host)
                && LABEL.matcher(named.substring(0, dot)).matches();
    }

    private static Destination parse(String base, boolean byOperator) {
        var hole = HOLE.matcher(base);
        var wildcard = hole.find();
        var address = toUri(wildcard ? hole.replaceFirst(HELD) : base);
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        refuseIf(!scheme.equals("https") && !scheme.equals("http"), "it must begin with https:// or http://");
        refuseIf(address.getRawUserInfo() != null, "it must not name a user");
        refuseIf(address.getRawQuery() != null || address.getRawFragment() != null, "it must end with the path");
        refuseIf(address.getHost() == null, "it needs a host name");
        var host = address.getHost().toLowerCase(Locale.ROOT);
        var port = portOf(scheme, address.getPort());
        if (wildcard) {
            refuseIf(!host.startsWith(HELD + "."), "a hole must be the whole leftmost label of the host");
            host = host.substring(HELD.length());
            refuseIf(host.indexOf('.', 1) < 0, "a hole needs two fixed labels behind it");
        }
        if (byOperator) {
            refuseIf(!isPlain(host), "its host is neither a name nor an address as people write it");
        } else {
            refuseIf(
                    !NAME.matcher(wildcard ? host.substring(1) : host).matches(),
                    "its host must be a public name, not an address");
            refuseIf(isInside(host), "its host is a name of a private network");
            refuseIf(port != portOf(scheme, -1), "it must not name a port");
        }
        return new Destination(scheme, host, port, wildcard, byOperator);
    }

    private static boolean isPlain(String host) {
        return OPERATORS_NAME
                        .matcher(host.startsWith(".") ? host.substring(1) : host)
                        .matches()
                || DOTTED.matcher(host).matches()
                || COLONS.matcher(host).matches();
    }

    private static boolean isInside(String host) {
        return host.endsWith(".localhost") || host.endsWith(".local") || host.endsWith(".internal");
    }

    private static int portOf(String scheme, int port) {
        return port != -1 ? port : scheme.equals("https") ? 443 : 80;
    }

    private static URI toUri(String base) {
        try {
            return URI.create(base);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("it is not an address");
        }
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
