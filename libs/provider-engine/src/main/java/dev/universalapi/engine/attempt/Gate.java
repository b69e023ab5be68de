package dev.universalapi.engine.attempt;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Grant;
import dev.universalapi.engine.quota.Quotas;
import dev.universalapi.engine.standing.Entry;
import dev.universalapi.engine.standing.Pass;
import dev.universalapi.engine.standing.Standings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one call, if standing and quota allow it, and tells both what came of it.
final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final InstantSource clock;
    private final Standings standings;
    private final Quotas quotas;

    Gate(InstantSource clock, Standings standings, Quotas quotas) {
        this.clock = clock;
        this.standings = standings;
        this.quotas = quotas;
    }

    /// Whether a call would be let through now, but for permits.
    boolean welcomes(Turn turn) {
        var rung = turn.rung();
        var credential = rung.credential().id();
        var until = quotas.headroom(turn.provider(), credential).until();
        return !rung.calls()
                || (until == null || !until.isAfter(clock.instant()))
                        && standings.of(turn.provider().id()).welcomes(credential);
    }

    /// Asks, for at most the time given, waiting for a permit for at most a part of it. Whatever a manifest, an
    /// adapter or an answer brings about, one provider's fault stays its own.
    Tried ask(Turn turn, Duration given, Duration wait) {
        var started = clock.instant();
        try {
            return turn.rung().calls()
                    ? enter(turn, started, given, wait)
                    : turn.rung().ask(given);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return turn.unasked(Outcome.CANCELLED, since(started).toMillis(), "the caller left", null);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("provider", turn.provider().id())
                    .setCause(e)
                    .log("An attempt ended in a way that no attempt should");
            return turn.failed(Outcome.MALFORMED, since(started).toMillis(), "the answer could not be read");
        }
    }

    private Tried enter(Turn turn, Instant started, Duration given, Duration wait) throws InterruptedException {
        var standing = standings.of(turn.provider().id());
        var entry = standing.enter(turn.rung().credential().id(), wait);
        return switch (entry) {
            case Entry.Barred(var outcome, var until, var reason) ->
                turn.unasked(outcome, since(started).toMillis(), reason, secondsTo(until));
            case Pass pass -> {
                try (pass) {
                    yield call(turn, pass, given.minus(since(started)));
                }
            }
        };
    }

    private Tried call(Turn turn, Pass pass, Duration given) {
        var provider = turn.provider();
        var rung = turn.rung();
        var credential = rung.credential().id();
        return switch (quotas.take(provider, credential, rung.spends())) {
            case Grant.Refused(var until, var resting, var reason) ->
                turn.unasked(resting ? Outcome.RATE_LIMITED : Outcome.QUOTA_SPENT, 0, reason, secondsTo(until));
            case Grant.Granted _ -> {
                var started = clock.instant();
                var tried = rung.ask(given);
                var attempt = tried.attempt();
                pass.settle(attempt.outcome(), rung.latency(since(started)), given, attempt.retryAfter());
                quotas.learn(provider, credential, attempt.outcome(), tried.response(), spent(tried));
                yield tried.as(turn.as()).by(rung.credential());
            }
        };
    }

    private static Map<String, Long> spent(Tried tried) {
        return tried.answer() == null ? Map.of() : tried.answer().spent();
    }

    private Duration since(Instant started) {
        return Duration.between(started, clock.instant());
    }

    private long secondsTo(Instant until) {
        return Math.max(
                1,
                Duration.between(clock.instant(), until).plusNanos(999_999_999).toSeconds());
    }
}
