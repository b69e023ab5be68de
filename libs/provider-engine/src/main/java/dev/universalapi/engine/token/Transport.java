package dev.universalapi.engine.token;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;

/// Takes a request out and brings the response: [dev.universalapi.egress.Egress#send], or a stand-in that costs
/// nothing where the engine alone is measured.
@FunctionalInterface
public interface Transport {
    /// Sends one request and waits for its whole answer, at most for the request's own time.
    EgressResponse send(EgressRequest request) throws EgressException;
}
