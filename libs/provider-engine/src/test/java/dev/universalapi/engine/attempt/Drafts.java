package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.page.Papers;
import dev.universalapi.engine.trial.Draft;

/// Offers of papers.
final class Drafts {
    private Drafts() {}

    /// The first offer of a manifest.
    static Offer offer(String manifest) {
        return Draft.provider(Papers.OPERATIONS, manifest).offers().getFirst();
    }

    /// The offer of an operation behind the usual head.
    static Offer offer(String operation, String body) {
        return offer(Draft.HEAD.replace("/v1", "") + "operations:\n  " + operation + ":\n" + body.indent(4));
    }
}
