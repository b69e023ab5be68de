package dev.universalapi.engine.token;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;

/// Takes a request out and brings the response: [Egress], or a stand-in that costs
/// nothing where the engine alone is measured.
public interface Transport {
    /// Sends one request and waits for its whole answer, at most for the request's own time.
    EgressResponse send(EgressRequest request) throws EgressException;

    /// Sends one request and brings the response as soon as it begins, to be read while it comes.
    EgressStream open(EgressRequest request, EgressStream.Limits limits) throws EgressException;

    /// Out by the egress.
    static Transport by(Egress egress) {
        return new Transport() {
            @Override
            public EgressResponse send(EgressRequest request) throws EgressException {
                return egress.send(request);
            }

            @Override
            public EgressStream open(EgressRequest request, EgressStream.Limits limits) throws EgressException {
                return egress.open(request, limits);
            }
        };
    }
}
