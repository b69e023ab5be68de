package dev.universalapi.engine.request;

import dev.universalapi.egress.Destination;
import dev.universalapi.engine.expression.Template;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where a provider's calls go: `https://host[/path]`.
///
/// @param host of the manifest; a hole may stand for its first label
/// @param path percent-encoded, without a slash at its end; empty for none
/// @param operatorsName the `$NAME` by which the operator can put another address here
public record Site(String scheme, Template host, String path, Destination declared, Optional<String> operatorsName) {

    /// A base that is set by the operator.
    ///
    /// @throws UnfillableException if it is no usable address
    static Site byOperator(String name, String address) throws UnfillableException {
        try {
            var parsed = URI.create(address);
            var path = parsed.getRawPath() == null ? "" : parsed.getRawPath();
            var authority = parsed.getRawAuthority() == null ? "" : parsed.getRawAuthority();
            return new Site(
                    String.valueOf(parsed.getScheme()),
                    Template.of(authority),
                    path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
                    Destination.byOperator(address),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new UnfillableException("the address in " + name + " cannot be used: " + e.getMessage());
        }
    }

    /// Whether a request's host is this one.
    public boolean covers(String asked) {
        var named = asked.toLowerCase(Locale.ROOT);
        return declared.covers(URI.create(scheme + "://" + (named.matches("[a-z0-9.-]+") ? named : "invalid") + "/"));
    }

    @Override
    public String toString() {
        return scheme + "://" + host + path;
    }
}
