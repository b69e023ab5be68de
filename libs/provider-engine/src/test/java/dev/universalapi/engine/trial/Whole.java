package dev.universalapi.engine.trial;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.engine.token.Transport;

/// A world in which nothing comes piece by piece.
public record Whole(Sends sends) implements Transport {

    /// Brings whole answers.
    @FunctionalInterface
    public interface Sends {
        EgressResponse send(EgressRequest request) throws EgressException;
    }

    @Override
    public EgressResponse send(EgressRequest request) throws EgressException {
        return sends.send(request);
    }

    @Override
    public EgressStream open(EgressRequest request, EgressStream.Limits limits) {
        throw new AssertionError("nothing is to be opened");
    }
}
