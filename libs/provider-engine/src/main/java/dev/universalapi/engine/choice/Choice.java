package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.receipt.Candidate;
import java.util.List;
import java.util.stream.Stream;

/// Who may be asked, in which order, and who may not.
///
/// @param offers the first is asked first
/// @param removed by provider id
public record Choice(List<Offer> offers, List<Removed> removed) {

    /// One that is not asked.
    ///
    /// @param reason one sentence for people
    public record Removed(String provider, Filter filter, String reason) {}

    /// As a receipt tells it: in the order of asking, those removed last.
    public List<Candidate> candidates() {
        return Stream.concat(
                        offers.stream().map(offer -> new Candidate(offer.provider(), null, null)),
                        removed.stream()
                                .map(one -> new Candidate(
                                        one.provider(), one.filter().label(), one.reason())))
                .toList();
    }
}
