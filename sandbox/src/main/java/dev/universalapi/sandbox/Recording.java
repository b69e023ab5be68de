package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Optional;

/// One response that can be served.
///
/// @param query what it was recorded for; empty if it answers every query
/// @param outcome what it comes to: [Outcome#OK] for an answer
record Recording(Offer offer, Optional<Record> query, EgressResponse response, Outcome outcome) {

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
