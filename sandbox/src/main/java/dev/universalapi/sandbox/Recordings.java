package dev.universalapi.sandbox;

import dev.universalapi.engine.attempt.Outcome;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everything that can be served, those that win first.
final class Recordings {
    private final List<Recording> all;

    Recordings(List<Recording> all) {
        this.all = List.copyOf(all);
    }

    static Recordings of(Catalogue catalogue, Samples samples) {
        var all = new ArrayList<Recording>();
        for (var provider : catalogue.providers()) {
            for (var sample : samples.of(provider.id())) {
                var outcome = switch (sample.expected()) {
                    case Sample.Answer _ -> Outcome.OK;
                    case Sample.Failed failed -> failed.outcome();
                };
                if (outcome != Outcome.UNSUPPORTED) {
                    var offer = provider.offer(sample.operation().path()).orElseThrow();
                    all.add(new Recording(offer, Optional.of(sample.query()), sample.response(), outcome));
                }
            }
        }
        return new Recordings(all);
    }

    /// These, and others that win over them.
    Recordings under(Recordings others) {
        return new Recordings(Stream.concat(others.all.stream(), all.stream()).toList());
    }

    /// Made for exactly this request: an answer before a failure, one for any query after those.
    Optional<Recording> exact(Offer offer, Incoming incoming) {
        var exact = of(offer)
                .filter(recording -> recording.query().isPresent()
                        && offer.asks(recording.query().get(), incoming))
                .toList();
        return exact.stream()
                .filter(Recording::ok)
                .findFirst()
                .or(() -> exact.stream().findFirst())
                .or(() -> of(offer)
                        .filter(recording -> recording.query().isEmpty())
                        .findFirst());
    }

    /// The operation's first answer.
    Optional<Recording> first(Offer offer) {
        return of(offer).filter(Recording::ok).findFirst();
    }

    /// The provider's own response of a status, of that operation if there is one.
    Optional<Recording> status(Offer offer, int status) {
        return nearest(offer, recording -> recording.status() == status);
    }

    /// The provider's own error that hides in a 200, of that operation if there is one.
    Optional<Recording> hiddenError(Offer offer) {
        return nearest(offer, Recording::hidesAnError);
    }

    private Optional<Recording> nearest(Offer offer, Predicate<Recording> wanted) {
        return all.stream()
                .filter(recording -> recording.offer().provider().equals(offer.provider()))
                .filter(wanted)
                .min(Comparator.comparing((Recording recording) -> recording.outcome() == Outcome.NOT_FOUND)
                        .thenComparing(recording -> recording.offer() != offer));
    }

    private Stream<Recording> of(Offer offer) {
        return all.stream().filter(recording -> recording.offer() == offer);
    }
}
