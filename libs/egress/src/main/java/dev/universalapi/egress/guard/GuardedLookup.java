package dev.universalapi.egress.guard;

import dev.universalapi.egress.guard.AddressGuard.Reach;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// Hands only addresses that passed the guard to the connection manager, which dials exactly these: between
/// check and connection no second look-up can answer otherwise.
public final class GuardedLookup implements DnsResolver {
    private final HostLookup lookup;
    private final boolean byOperator;

    /// @param byOperator whether addresses of the own network pass
    public GuardedLookup(HostLookup lookup, boolean byOperator) {
        this.lookup = lookup;
        this.byOperator = byOperator;
    }

    /// All addresses of a name. One bad address spoils the answer: whoever mixes public and private ones has a
    /// reason.
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.lookup(host);
        for (var address : addresses) {
            if (!passes(AddressGuard.reach(address))) {
                throw new ForbiddenAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean passes(Reach reach) {
        return switch (reach) {
            case PUBLIC -> true;
            case PRIVATE -> byOperator;
            case NEVER -> false;
        };
    }

    /// The name has an address that may not be dialled.
    public static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String host) {
            super(host);
        }
    }
}
