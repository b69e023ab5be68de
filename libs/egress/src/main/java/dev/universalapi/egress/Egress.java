package dev.universalapi.egress;

import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.egress.guard.GuardedLookup;
import dev.universalapi.egress.guard.HostLookup;
import dev.universalapi.egress.guard.LookupThreads;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/// Sends requests out of the house. One for a process and mode; safe for many threads.
public final class Egress implements AutoCloseable {
    private final RequestCheck check;
    private final LookupThreads lookups;
    private final Wire outside;
    private final Wire inside;
    private final EgressLimits limits;

    private Egress(HostLookup lookup, @Nullable HttpHost always, EgressLimits limits) {
        this.limits = limits;
        this.check = new RequestCheck(limits);
        this.lookups = new LookupThreads(lookup);
        // two pools: a connection into the own network must not be found by a request that may not make it
        this.outside = new Wire(new GuardedLookup(lookups, always != null), always, limits);
        this.inside = new Wire(new GuardedLookup(lookups, true), always, limits);
    }

    /// Sends each request to where it says, when that is a public address.
    public static Egress live(EgressLimits limits) {
        return live(InetAddress::getAllByName, limits);
    }

    /// Sends every request to the sandbox, over plain HTTP, with its `Host` kept.
    ///
    /// @param sandbox `http://127.0.0.1:port`, or another address of this machine
    /// @throws IllegalArgumentException if it is not of this machine
    public static Egress sandbox(URI sandbox, EgressLimits limits) {
        var address = loopback(sandbox);
        var always = new HttpHost("http", address, sandbox.getPort());
        return new Egress(_ -> new InetAddress[] {address}, always, limits);
    }

    /// Sends one request and waits for its whole answer, at most for the request's own time. Interrupting the
    /// calling thread ends the call at once.
    public EgressResponse send(EgressRequest request) throws EgressException {
        return new Exchange(wire(request), request).await();
    }

    /// Sends one request and gives the answer as soon as its head is there, at most after the request's own time; the
    /// body is read while it comes. Close it: that ends the exchange. Interrupting the thread that waits or reads
    /// ends it too.
    public EgressStream open(EgressRequest request, EgressStream.Limits of) throws EgressException {
        return EgressStream.open(wire(request), request, of, limits);
    }

    private Wire wire(EgressRequest request) throws EgressException {
        check.check(request);
        if (!request.timeout().isPositive()) {
            throw new EgressException(Kind.TIMEOUT, "no time is left");
        }
        return request.destination().isByOperator() ? inside : outside;
    }

    @Override
    public void close() {
        outside.close();
        inside.close();
        lookups.close();
    }

    static Egress live(HostLookup lookup, EgressLimits limits) {
        return new Egress(lookup, null, limits);
    }

    private static InetAddress loopback(URI sandbox) {
        if (!"http".equals(sandbox.getScheme()) || sandbox.getHost() == null || sandbox.getPort() < 1) {
            throw new IllegalArgumentException("the sandbox is an address like http://127.0.0.1:9000, not " + sandbox);
        }
        try {
            var address = InetAddress.getByName(sandbox.getHost());
            if (address.isLoopbackAddress()) {
                return address;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the sandbox has no address: " + sandbox, e);
        }
        throw new IllegalArgumentException("the sandbox is not on this machine: " + sandbox);
    }
}
