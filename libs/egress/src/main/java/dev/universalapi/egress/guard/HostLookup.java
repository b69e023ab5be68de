package dev.universalapi.egress.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Finds the addresses of a name: the system's resolver, or one of a test.
@FunctionalInterface
public interface HostLookup {
    InetAddress[] lookup(String host) throws UnknownHostException;
}
