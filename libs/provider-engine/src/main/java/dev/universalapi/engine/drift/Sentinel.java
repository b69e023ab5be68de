package dev.universalapi.engine.drift;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Watches the shape of answers. A required member that is gone, or is of another kind than it was, is drift, and is
/// told once an hour for each operation of a provider.
///
/// It takes the shape of one good answer a minute, so that it costs nothing under load.
public final class Sentinel {
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST_CHANGES = 10;
    private static final int MOST_WATCHED = 10_000;

    private final InstantSource clock;
    private final Consumer<Drift> alarm;
    private final Map<String, Watched> watched = new ConcurrentHashMap<>();

    /// @param good the shape of the last good answer that was looked at
    private record Watched(
            @Nullable Fingerprint good,
            Instant lookedAt,
            @Nullable Drift drift) {
        static final Watched NEVER = new Watched(null, Instant.MIN, null);
    }

    /// @param alarm told of each drift, on the thread that met it
    public Sentinel(InstantSource clock, Consumer<Drift> alarm) {
        this.clock = clock;
        this.alarm = alarm;
    }

    /// Looks at what came of one call.
    ///
    /// @param message why it is no answer
    public void see(Offer offer, Outcome outcome, @Nullable String message, EgressResponse response) {
        switch (outcome) {
            case OK -> good(offer, response);
            case DRIFTED, MALFORMED -> bad(offer, outcome, message, response);
            case EMPTY,
                    INVALID_INPUT,
                    NOT_FOUND,
                    DEAD_KEY,
                    RATE_LIMITED,
                    QUOTA_SPENT,
                    UNAVAILABLE,
                    BLOCKED,
                    UNSUPPORTED,
                    TIMEOUT,
                    UNREACHABLE,
                    CANCELLED -> {}
        }
    }

    /// The digits of the shape in which a provider answered last, where it was seen.
    public Optional<String> fingerprint(Offer offer) {
        return Optional.ofNullable(of(offer).good).map(Fingerprint::digits);
    }

    /// The last drift of an operation of a provider, while no good answer came after it.
    public Optional<Drift> drift(Offer offer) {
        return Optional.ofNullable(of(offer).drift);
    }

    private Watched of(Offer offer) {
        return watched.getOrDefault(key(offer), Watched.NEVER);
    }

    private void good(Offer offer, EgressResponse response) {
        var before = of(offer);
        var now = clock.instant();
        if (before.drift == null && before.lookedAt.isAfter(now.minus(LOOK))) {
            return;
        }
        print(offer, response).ifPresent(print -> note(offer, new Watched(print, now, null)));
    }

    private void bad(Offer offer, Outcome outcome, @Nullable String message, EgressResponse response) {
        var before = of(offer);
        var now = clock.instant();
        if (before.drift != null && before.drift.at().isAfter(now.minus(AGAIN))) {
            return;
        }
        var print = print(offer, response);
        if (print.isEmpty()) {
            return;
        }
        var changes = before.good == null ? List.<String>of() : before.good.missingFrom(print.get());
        if (outcome == Outcome.MALFORMED && changes.isEmpty()) {
            return; // one odd value, not another shape
        }
        var drift = new Drift(
                offer.provider(),
                offer.operation().path(),
                message == null ? outcome.label() : message,
                new ArrayList<>(changes.subList(0, Math.min(changes.size(), MOST_CHANGES))),
                now);
        note(offer, new Watched(before.good, before.lookedAt, drift));
        alarm.accept(drift);
    }

    private void note(Offer offer, Watched next) {
        if (watched.size() < MOST_WATCHED || watched.containsKey(key(offer))) {
            watched.put(key(offer), next);
        }
    }

    private static Optional<Fingerprint> print(Offer offer, EgressResponse response) {
        try {
            var tree = Bodies.read(
                    response.body(),
                    offer.reads(),
                    response.header("content-type").orElse(""));
            return Optional.of(tree.top())
                    .filter(top -> top.isObject() || top.isArray())
                    .map(Fingerprint::of);
        } catch (UnreadableException _) {
            return Optional.empty();
        }
    }

    private static String key(Offer offer) {
        return offer.provider() + " " + offer.operation().path();
    }
}
