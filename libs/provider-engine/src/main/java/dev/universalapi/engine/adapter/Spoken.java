package dev.universalapi.engine.adapter;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Filling;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.Likeness;
import dev.universalapi.engine.request.UnfillableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks by the words of the manifest.
public final class Spoken implements Way {
    private final Call call;
    private final Likeness likeness;

    public Spoken(Call call) {
        this.call = call;
        this.likeness = new Likeness(call);
    }

    @Override
    public List<Template.Secret> secrets() {
        return call.secrets();
    }

    @Override
    public Optional<String> refuses(Record query) {
        return Filling.refuses(call, query);
    }

    @Override
    public EgressRequest request(
            Record query, Function<String, Optional<String>> finder, boolean operator, Duration timeout)
            throws UnfillableException {
        return Filling.of(call, query, finder, operator, timeout);
    }

    @Override
    public Optional<String> differs(Incoming incoming) {
        return likeness.differs(incoming);
    }

    @Override
    public boolean asks(Record query, Incoming incoming) {
        return likeness.asks(query, incoming);
    }
}
