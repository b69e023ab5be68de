package dev.universalapi.engine.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Quota;
import dev.universalapi.engine.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// How long a credential is left alone after an answer.
///
/// @param random for the jitter of rests that nobody named: replicas must not all come back at once
record Rests(CountedQuotas.Settings settings, RandomGenerator random) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    /// A rest, and how often in a row it was called too often without being told for how long.
    record Rest(Instant until, int strikes) {}

    /// @param hints what the headers of the response say
    /// @param spent when the quota that is spent begins anew, as far as it is declared
    /// @param strikes in a row before this one
    Optional<Rest> after(
            Outcome outcome,
            Optional<EgressResponse> response,
            List<Hint> hints,
            List<Quota> quotas,
            Supplier<Optional<Instant>> spent,
            int strikes,
            Instant now) {
        var named = named(outcome, response, hints, now);
        if (named.isPresent()) {
            return named.map(until -> new Rest(clamped(until, now), strikes));
        }
        return switch (outcome) {
            case RATE_LIMITED -> Optional.of(grown(quotas, strikes, now));
            case QUOTA_SPENT -> {
                var until = spent.get().orElseGet(() -> now.plus(settings.spentRest()));
                yield Optional.of(new Rest(clamped(until, now), strikes));
            }
            case OK,
                    EMPTY,
                    INVALID_INPUT,
                    NOT_FOUND,
                    DEAD_KEY,
                    UNAVAILABLE,
                    BLOCKED,
                    MALFORMED,
                    DRIFTED,
                    UNSUPPORTED,
                    TIMEOUT,
                    UNREACHABLE,
                    CANCELLED -> Optional.empty();
        };
    }

    // the latest of what is said, for a header that names an earlier time speaks of another quota
    private static Optional<Instant> named(
            Outcome outcome, Optional<EgressResponse> response, List<Hint> hints, Instant now) {
        var refused = outcome == Outcome.RATE_LIMITED || outcome == Outcome.QUOTA_SPENT;
        var asked = refused || outcome == Outcome.UNAVAILABLE;
        var retryAfter = response.filter(_ -> asked)
                .flatMap(came -> came.header("retry-after"))
                .flatMap(value -> Moments.retryAfter(value, now));
        var resets = hints.stream()
                .filter(hint -> hint.spent() || refused && hint.remaining() < 0)
                .map(Hint::reset)
                .filter(Objects::nonNull);
        return Stream.concat(retryAfter.stream(), resets).max(Instant::compareTo);
    }

    // most often it is the shortest period that was overrun
    private Rest grown(List<Quota> quotas, int strikes, Instant now) {
        var first = quotas.stream()
                .map(quota -> Window.of(quota, now).length())
                .filter(length -> length.compareTo(settings.unknownRest()) < 0)
                .min(Duration::compareTo)
                .orElse(settings.unknownRest());
        var doubled = first.multipliedBy(1L << Math.min(strikes, MOST_DOUBLINGS));
        var longest = settings.longestUnknownRest();
        var rest = doubled.compareTo(longest) < 0 ? doubled : longest;
        var jitter = (long) (rest.toMillis() * JITTER * random.nextDouble());
        return new Rest(clamped(now.plus(rest).plusMillis(jitter), now), strikes + 1);
    }

    private Instant clamped(Instant until, Instant now) {
        var least = now.plus(SHORTEST);
        var most = now.plus(settings.longestRest());
        return until.isBefore(least) ? least : until.isAfter(most) ? most : until;
    }
}
