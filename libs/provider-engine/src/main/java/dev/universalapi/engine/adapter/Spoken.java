package dev.universalapi.engine.adapter;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.first.First;
import dev.universalapi.engine.page.Paging;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Filling;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.Likeness;
import dev.universalapi.engine.request.UnfillableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Asks by the words of the manifest.
public final class Spoken implements Way {
    private final Call call;
    private final Optional<First> first;
    private final Optional<Way> before;
    private final Optional<Paging> paging;
    private final Likeness likeness;

    public Spoken(Call call, Optional<First> first, Optional<Paging> paging) {
        this.call = call;
        this.first = first;
        this.before = first.map(one -> new Spoken(one.call(), Optional.empty(), paging));
        this.paging = paging;
        this.likeness = new Likeness(call);
    }

    @Override
    public List<Template.Secret> secrets() {
        return Stream.concat(first.stream().map(First::call), Stream.of(call))
                .flatMap(one -> one.secrets().stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<Call> token() {
        return call.provider().token();
    }

    @Override
    public Optional<First> first() {
        return first;
    }

    @Override
    public Optional<Way> before() {
        return before;
    }

    @Override
    public Optional<Paging> paging() {
        return paging;
    }

    // what is taken from the call before is not known yet: a call that speaks of it is judged when it is sent
    @Override
    public Optional<String> refuses(Record query, Known known) {
        return first.flatMap(before -> Filling.refuses(before.call(), query, known))
                .or(() -> first.filter(before -> call.speaksOf(before.take().keySet()))
                                .isPresent()
                        ? Optional.empty()
                        : Filling.refuses(call, query, known));
    }

    @Override
    public EgressRequest request(
            Record query, Known known, Function<String, Optional<String>> finder, boolean operator, Duration timeout)
            throws UnfillableException {
        return Filling.of(call, query, known, finder, operator, timeout);
    }

    @Override
    public Optional<String> differs(Incoming incoming) {
        return likeness.differs(incoming);
    }

    @Override
    public boolean asks(Record query, Known known, Incoming incoming) {
        return likeness.asks(query, known, incoming);
    }
}
