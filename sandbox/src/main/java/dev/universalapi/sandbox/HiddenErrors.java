package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What a provider says in a 200 instead of an answer: an error of its own, else one that anybody might say. Which of
/// them lets another provider be asked is found by trying: what is an error of one operation may answer another.
final class HiddenErrors {
    private static final String JSON = "application/json";
    private static final EgressResponse USUAL =
            Wire.response(200, JSON, "{\"error\":{\"message\":\"The sandbox hides an error in a 200\"}}");
    /// For those who take whatever is called an error for the caller's.
    private static final EgressResponse STRANGE = Wire.response(200, JSON, "{\"sandbox\":\"hides an error in a 200\"}");

    private final Recordings recordings;
    private final Map<Recording, EgressResponse> chosen = new ConcurrentHashMap<>();

    HiddenErrors(Recordings recordings) {
        this.recordings = recordings;
    }

    /// What is said instead of a recording.
    EgressResponse of(Recording recording, Record query) {
        return chosen.computeIfAbsent(recording, _ -> search(recording, query));
    }

    private EgressResponse search(Recording recording, Record query) {
        var known = recording.known();
        return Stream.concat(
                        recordings.hiddenErrors(recording.offer()).stream().map(Recording::response),
                        Stream.of(USUAL, STRANGE))
                .min(Comparator.comparingInt(
                        response -> rank(known.read(query, response).outcome())))
                .orElse(USUAL);
    }

    private static int rank(Outcome outcome) {
        if (outcome.next() != Outcome.Next.PROVIDER) {
            return 2;
        }
        return outcome.penalty() == Outcome.Penalty.QUALITY ? 1 : 0;
    }
}
