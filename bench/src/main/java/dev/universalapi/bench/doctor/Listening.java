package dev.universalapi.bench.doctor;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.engine.token.Transport;
import java.util.ArrayList;
import java.util.List;

/// A transport that remembers what came, in order.
final class Listening implements Transport {
    private final Transport transport;
    private final List<EgressResponse> heard = new ArrayList<>();

    Listening(Transport transport) {
        this.transport = transport;
    }

    List<EgressResponse> heard() {
        return List.copyOf(heard);
    }

    @Override
    public EgressResponse send(EgressRequest request) throws EgressException {
        var response = transport.send(request);
        heard.add(response);
        return response;
    }

    @Override
    public EgressStream open(EgressRequest request, EgressStream.Limits limits) throws EgressException {
        return transport.open(request, limits);
    }
}
