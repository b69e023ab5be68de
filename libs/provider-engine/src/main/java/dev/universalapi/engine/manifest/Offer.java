package dev.universalapi.engine.manifest;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.adapter.Adapted;
import dev.universalapi.engine.adapter.MisreadException;
import dev.universalapi.engine.adapter.Way;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.mapping.Understanding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Position;
import dev.universalapi.engine.request.Accept;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.UnfillableException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One provider's side of one operation: how to ask, and what to make of the response.
public final class Offer {
    private final String provider;
    private final OperationType operation;
    private final List<Accept> accepts;
    private final Optional<Way> way;
    private final Understanding understanding;
    private final Optional<Duration> cache;
    private final boolean once;
    private final Position position;
    private final Map<String, Object> taken;

    Offer(
            String provider,
            OperationType operation,
            List<Accept> accepts,
            Optional<Way> way,
            Understanding understanding,
            Optional<Duration> cache,
            boolean once) {
        this.provider = provider;
        this.operation = operation;
        this.accepts = accepts;
        this.way = way;
        this.understanding = understanding;
        this.cache = cache;
        this.once = once;
        this.position = Position.START;
        this.taken = Map.of();
    }

    private Offer(Offer other, Optional<Way> way, Position position, Map<String, Object> taken) {
        this.provider = other.provider;
        this.operation = other.operation;
        this.accepts = other.accepts;
        this.way = way;
        this.understanding = other.understanding;
        this.cache = other.cache;
        this.once = other.once;
        this.position = position;
        this.taken = Map.copyOf(taken);
    }

    /// The same offer further on in its list.
    public Offer at(Position other) {
        return new Offer(this, way, other, taken);
    }

    /// The same offer, knowing what the call before has brought.
    public Offer knowing(Map<String, Object> values) {
        return new Offer(this, way, position, values);
    }

    /// Whether its lists come page by page.
    public boolean pages() {
        return way.flatMap(Way::paging).isPresent();
    }

    /// The call that brings the access token, where its requests need one; they find it among the secrets as
    /// [Call#TOKEN].
    public Optional<Call> token() {
        return way.flatMap(Way::token);
    }

    /// The call before as an offer of its own, where there is one. What it brings is for [#take], not to be read.
    public Optional<Offer> before() {
        return way.flatMap(Way::before).map(before -> new Offer(this, Optional.of(before), position, Map.of()));
    }

    /// What the response to the call before comes to. Never throws, whatever the response.
    public Taken take(Record query, EgressResponse response) {
        return way.flatMap(Way::first)
                .map(first -> first.take(query, known(query), response))
                .orElseGet(() -> new Taken.Values(Map.of()));
    }

    /// The id of the provider.
    public String provider() {
        return provider;
    }

    public OperationType operation() {
        return operation;
    }

    /// What its responses are read as.
    public Reads reads() {
        return understanding.reads();
    }

    /// How long an answer is fresh, where it may be kept.
    public Optional<Duration> cache() {
        return cache;
    }

    /// Whether it changes something and so must not be asked twice.
    public boolean once() {
        return once;
    }

    /// Whether it calls at all; without a call the answer is made of the query alone, by [#compose].
    public boolean calls() {
        return way.isPresent();
    }

    /// Why the provider cannot answer this query, where it cannot: it is no candidate.
    public Optional<String> unsupported(Record query) {
        return accepts.stream()
                .flatMap(accept -> accept.refuses(query).stream())
                .findFirst()
                .or(() -> way.flatMap(asked -> asked.refuses(query, known(query))));
    }

    /// The call that asks this query. What of its `secrets` a provider repeats must be redacted from every message.
    ///
    /// @throws UnfillableException if the query does not fit the call; the provider is no candidate
    public EgressRequest request(Record query, Secrets secrets, Duration timeout) throws UnfillableException {
        return called().request(query, known(query), secrets::find, !secrets.standIn(), timeout);
    }

    /// The same with one credential.
    ///
    /// @param operator whether the operator may put another base in
    public EgressRequest request(Record query, Credential credential, boolean operator, Duration timeout)
            throws UnfillableException {
        return request(query, credential::find, operator, timeout);
    }

    /// The same with whatever finds secrets and the access token.
    public EgressRequest request(
            Record query, Function<String, Optional<String>> finder, boolean operator, Duration timeout)
            throws UnfillableException {
        return called().request(query, known(query), finder, operator, timeout);
    }

    /// What a call takes from the quota, by unit, as far as it is known before; what more it took, the answer tells.
    public Map<String, Long> spends(Record query) {
        return understanding.spending().before(query);
    }

    /// What a call costs, in US dollars, as far as it is known before; nothing where [#pricedAfter].
    public BigDecimal price(Record query) {
        return understanding.spending().price(spends(query));
    }

    /// What a call cost, in US dollars.
    ///
    /// @param spent by unit, beyond what was known before: [Reading.Answer#spent]
    public BigDecimal price(Record query, Map<String, Long> spent) {
        var all = new HashMap<>(spends(query));
        all.putAll(spent);
        return understanding.spending().price(all);
    }

    /// Whether a call has a price that only its answer tells.
    public boolean pricedAfter() {
        return understanding.spending().pricedAfter();
    }

    /// What a response to this query comes to. Never throws, whatever the response.
    public Reading read(Record query, EgressResponse response) {
        return understanding.read(query, known(query), response);
    }

    /// Whether a response of that content type is a stream, to be read by [#parts] while it comes.
    public boolean streams(String contentType) {
        return way.orElse(null) instanceof Adapted adapted && adapted.streams(contentType);
    }

    /// Reads a stream while it comes, and hands on each part.
    ///
    /// @param parts what it throws goes through
    /// @return whether the stream said that it is complete
    /// @throws MisreadException if it does not hold the answer, or says that there will be none
    public boolean parts(Record query, InputStream body, Consumer<Record> parts) throws MisreadException, IOException {
        return way.orElse(null) instanceof Adapted adapted && adapted.parts(query, body, parts);
    }

    /// The answer that needs no call.
    public Reading compose(Record query) {
        return understanding.compose(query);
    }

    /// The call as one line, `GET https://…`, with `$NAME` where a secret would stand.
    ///
    /// @throws UnfillableException if the query does not fit the call
    public String line(Record query) throws UnfillableException {
        var request = request(query, Secrets.names(), Duration.ofSeconds(1));
        var line = request.method() + " " + request.uri();
        for (var secret : called().secrets()) {
            line = line.replace("%24" + secret.name(), "$" + secret.name());
        }
        return line;
    }

    /// How a request differs from every request this offer would send, in one sentence; empty if it is like them.
    public Optional<String> differs(Incoming incoming) {
        return way.map(asked -> asked.differs(incoming)).orElse(Optional.of("it is asked without a call"));
    }

    /// Whether a request is the one that asks this query, whatever the secrets in it.
    public boolean asks(Record query, Incoming incoming) {
        return way.map(asked -> asked.asks(query, known(query), incoming)).orElse(false);
    }

    private Known known(Record query) {
        var paging = way.flatMap(Way::paging);
        return paging.isEmpty() && taken.isEmpty()
                ? Known.NOTHING
                : new Known(paging.map(pages -> pages.fill(query, position)).orElse(Map.of()), position).with(taken);
    }

    private Way called() throws UnfillableException {
        return way.orElseThrow(() -> new UnfillableException("the answer is made without a call"));
    }
}
