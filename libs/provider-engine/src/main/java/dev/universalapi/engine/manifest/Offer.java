package dev.universalapi.engine.manifest;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.UnfillableException;
import java.time.Duration;
import java.util.Optional;

/// One provider's side of one operation: how to ask, and what to make of the response.
public final class Offer {

    Offer() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The id of the provider.
    public String provider() {
        throw new UnsupportedOperationException("not built yet");
    }

    public OperationType operation() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// How long an answer is fresh, where it may be kept.
    public Optional<Duration> cache() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Whether it changes something and so must not be asked twice.
    public boolean once() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Whether it calls at all; without a call the answer is made of the query alone, by [#compose].
    public boolean calls() {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Why the provider cannot answer this query, where it cannot: it is no candidate.
    public Optional<String> unsupported(Record query) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The call that asks this query.
    ///
    /// @throws UnfillableException if the query does not fit the call; the provider is no candidate
    public EgressRequest request(Record query, Secrets secrets, Duration timeout) throws UnfillableException {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What a response to this query comes to. Never throws, whatever the response.
    public Reading read(Record query, EgressResponse response) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The answer that needs no call.
    public Reading compose(Record query) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The call as one line, `GET https://…`, with `$NAME` where a secret would stand.
    ///
    /// @throws UnfillableException if the query does not fit the call
    public String line(Record query) throws UnfillableException {
        throw new UnsupportedOperationException("not built yet");
    }

    /// How a request differs from every request this offer would send, in one sentence; empty if it is like them.
    public Optional<String> differs(Incoming incoming) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Whether a request is the one that asks this query, whatever the secrets in it.
    public boolean asks(Record query, Incoming incoming) {
        throw new UnsupportedOperationException("not built yet");
    }
}
