package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.request.UnfillableException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// One response that can be served.
///
/// @param query what it was recorded for; empty if it answers every query
/// @param outcome what it comes to: [Outcome#OK] for an answer
/// @param first what the call before brings, where there is one
/// @param opening whether it is itself what a call before brings
record Recording(
        Offer offer,
        Optional<Record> query,
        EgressResponse response,
        Outcome outcome,
        Optional<EgressResponse> first,
        boolean opening) {
    private static final Set<Integer> PASSING = Set.of(401, 403, 429);
    private static final int SICK = 500;

    Recording(Offer offer, Optional<Record> query, EgressResponse response, Outcome outcome) {
        this(offer, query, response, outcome, Optional.empty(), false);
    }

    /// Whether it was made for the call that counts.
    boolean asks(Incoming incoming) {
        return query.isPresent() && known().asks(query.get(), incoming) && at(Wire.host(incoming));
    }

    /// Whether it was made for the call before that.
    boolean opens(Incoming incoming) {
        return query.isPresent()
                && first.isPresent()
                && offer.before()
                        .filter(before -> before.asks(query.get(), incoming))
                        .isPresent()
                && at(Wire.host(incoming));
    }

    /// Whether it was made at a host: a provider may have several, such as Wikipedia one a language. What answers
    /// every query does so at all of them.
    boolean at(String host) {
        return query.map(this::host).map(host::equalsIgnoreCase).orElse(true);
    }

    // the call before goes to the same host, and can be made of the query alone
    private String host(Record asked) {
        try {
            var request = offer.before().orElse(offer).request(asked, Secrets.sandbox(), Duration.ZERO);
            return request.uri().getHost();
        } catch (UnfillableException _) {
            return "";
        }
    }

    /// What the call before brings, to be served.
    Optional<Recording> before() {
        return first.map(response -> new Recording(offer, query, response, Outcome.OK, Optional.empty(), true));
    }

    /// The offer as it stands behind the call before.
    Offer known() {
        return first.isPresent()
                        && query.isPresent()
                        && offer.take(query.get(), first.get()) instanceof Taken.Values(var values)
                ? offer.knowing(values)
                : offer;
    }

    boolean ok() {
        return outcome == Outcome.OK;
    }

    /// Whether it is a failure of the question's own, the same whenever that is asked: not one of the key, the rate or
    /// the provider's state.
    boolean ownFailure() {
        var own = outcome == Outcome.INVALID_INPUT || outcome == Outcome.NOT_FOUND || outcome == Outcome.EMPTY;
        return own && !PASSING.contains(status()) && status() < SICK;
    }

    int status() {
        return response.status();
    }

    /// An error that hides in a 200 and lets another provider be asked.
    boolean hidesAnError() {
        return status() == 200
                && outcome.next() == Outcome.Next.PROVIDER
                && outcome != Outcome.MALFORMED
                && outcome != Outcome.DRIFTED;
    }
}
