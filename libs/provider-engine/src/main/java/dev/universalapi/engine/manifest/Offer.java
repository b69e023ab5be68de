package dev.universalapi.engine.manifest;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.adapter.Way;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.mapping.Understanding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.request.Accept;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.UnfillableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One provider's side of one operation: how to ask, and what to make of the response.
public final class Offer {
    private final String provider;
    private final OperationType operation;
    private final List<Accept> accepts;
    private final Optional<Way> way;
    private final Understanding understanding;
    private final Optional<Duration> cache;
    private final boolean once;

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
                .or(() -> way.flatMap(asked -> asked.refuses(query)));
    }

    /// The call that asks this query. What of its `secrets` a provider repeats must be redacted from every message.
    ///
    /// @throws UnfillableException if the query does not fit the call; the provider is no candidate
    public EgressRequest request(Record query, Secrets secrets, Duration timeout) throws UnfillableException {
        return called().request(query, secrets::find, !secrets.standIn(), timeout);
    }

    /// The same with one credential.
    ///
    /// @param operator whether the operator may put another base in
    public EgressRequest request(Record query, Credential credential, boolean operator, Duration timeout)
            throws UnfillableException {
        return called().request(query, credential::find, operator, timeout);
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
        return understanding.read(query, response);
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
        return way.map(asked -> asked.asks(query, incoming)).orElse(false);
    }

    private Way called() throws UnfillableException {
        return way.orElseThrow(() -> new UnfillableException("the answer is made without a call"));
    }
}
