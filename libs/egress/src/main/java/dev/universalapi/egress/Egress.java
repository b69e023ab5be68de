package dev.universalapi.egress;

import java.net.URI;

/// Sends requests out of the house. One for a process and mode; safe for many threads.
public final class Egress implements AutoCloseable {

    private Egress() {}

    /// Sends each request to where it says, when that is a public address.
    public static Egress live(EgressLimits limits) {
        throw new UnsupportedOperationException("not yet: " + limits);
    }

    /// Sends every request to the sandbox, over plain HTTP, with its `Host` kept.
    ///
    /// @param sandbox `http://127.0.0.1:port`, or another address of this machine
    /// @throws IllegalArgumentException if it is not of this machine
    public static Egress sandbox(URI sandbox, EgressLimits limits) {
        throw new UnsupportedOperationException("not yet: " + sandbox + limits);
    }

    /// Sends one request and waits for its whole answer, at most for the request's own time. Interrupting the calling
    /// thread ends the call at once.
    public EgressResponse send(EgressRequest request) throws EgressException {
        throw new EgressException(EgressException.Kind.UNREACHABLE, "not yet: " + request);
    }

    @Override
    public void close() {}
}
