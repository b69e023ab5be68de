package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.Incoming;
import java.util.Optional;

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

    Recording(Offer offer, Optional<Record> query, EgressResponse response, Outcome outcome) {
        this(offer, query, response, outcome, Optional.empty(), false);
    }

    /// Whether it was made for the call that counts.
    boolean asks(Incoming incoming) {
        return query.isPresent() && known().asks(query.get(), incoming);
    }

    /// Whether it was made for the call before that.
    boolean opens(Incoming incoming) {
        return query.isPresent()
                && first.isPresent()
                && offer.before()
                        .filter(before -> before.asks(query.get(), incoming))
                        .isPresent();
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
