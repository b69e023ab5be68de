package dev.universalapi.sandbox;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.Incoming;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everything that can be served: what was recorded, and other recordings that win over it.
final class Recordings {
    private final Optional<Recordings> winning;
    private final List<Recording> all;

    Recordings(List<Recording> all) {
        this(Optional.empty(), all);
    }

    private Recordings(Optional<Recordings> winning, List<Recording> all) {
        this.winning = winning;
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
                    all.add(new Recording(
                            offer,
                            Optional.of(sample.query()),
                            sample.response(),
                            outcome,
                            sample.first().map(Sample.First::response),
                            false));
                }
            }
        }
        return new Recordings(all);
    }

    /// These, and others that win over them.
    Recordings under(Recordings others) {
        return new Recordings(Optional.of(others), all);
    }

    /// Made for exactly this request by one of these offers, else one of theirs for any query. Of several, answers win
    /// over failures, and failures [of the question's own][Recording#ownFailure] over those that may meet any
    /// question; of what is alike the first in its file.
    Optional<Recording> exact(List<Offer> offers, Incoming incoming) {
        return first(recordings -> recordings
                .best(offers, recording -> recording.asks(incoming))
                .or(() -> recordings.best(offers, recording -> recording.query().isEmpty())));
    }

    /// What a call before brings that was made for exactly this request by one of these offers, chosen likewise.
    Optional<Recording> opening(List<Offer> offers, Incoming incoming) {
        return first(recordings ->
                recordings.best(offers, recording -> recording.opens(incoming)).flatMap(Recording::before));
    }

    /// The operation's first answer.
    Optional<Recording> first(Offer offer) {
        return first(recordings -> recordings.of(offer).filter(Recording::ok).findFirst());
    }

    /// The operation's first answer at a host, or else at any.
    Optional<Recording> first(Offer offer, String host) {
        return first(recordings -> recordings
                .of(offer)
                .filter(recording -> recording.ok() && recording.at(host))
                .findFirst()
                .or(() -> recordings.of(offer).filter(Recording::ok).findFirst()));
    }

    /// The provider's own response of a status, of that operation if there is one.
    Optional<Recording> status(Offer offer, int status) {
        return first(recordings -> recordings
                .near(offer, recording -> recording.status() == status)
                .findFirst());
    }

    /// The provider's own errors that hide in a 200: those that say more than that there is nothing first, of these
    /// the operation's.
    List<Recording> hiddenErrors(Offer offer) {
        var own = near(offer, Recording::hidesAnError).toList();
        return winning.map(others -> Stream.concat(others.hiddenErrors(offer).stream(), own.stream())
                        .toList())
                .orElse(own);
    }

    private Optional<Recording> first(Function<Recordings, Optional<Recording>> search) {
        return winning.flatMap(search).or(() -> search.apply(this));
    }

    // providers in the order of the offers, each one's recordings in the order of its file
    private Optional<Recording> best(List<Offer> offers, Predicate<Recording> wanted) {
        var providers = offers.stream().map(Offer::provider).distinct().toList();
        return all.stream()
                .filter(recording -> offers.contains(recording.offer()) && wanted.test(recording))
                .min(Comparator.comparing((Recording recording) -> !recording.ok())
                        .thenComparing(recording -> !recording.ownFailure())
                        .thenComparingInt(
                                recording -> providers.indexOf(recording.offer().provider())));
    }

    private Stream<Recording> near(Offer offer, Predicate<Recording> wanted) {
        return all.stream()
                .filter(recording -> recording.offer().provider().equals(offer.provider()))
                .filter(wanted)
                .sorted(Comparator.comparing((Recording recording) -> recording.outcome() == Outcome.NOT_FOUND)
                        .thenComparing(recording -> recording.offer() != offer));
    }

    private Stream<Recording> of(Offer offer) {
        return all.stream().filter(recording -> recording.offer() == offer);
    }
}
