package dev.universalapi.engine.standing;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Penalty;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The breaker of one provider. The taxonomy says what counts; each time it opens again before it was healthy for a
/// while, it stays open twice as long.
final class Fuse {
    private static final double LEAST_SHARE = 0.05;
    private static final double LEAST_JITTER = 0.8;
    private static final double MOST_JITTER = 1.2;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Supplier<Pace> pace;
    private final CircuitBreaker breaker;
    private int relapses;
    private int failures;
    private Instant openUntil = Instant.MIN;
    private Instant closedAt = Instant.MIN;
    private Instant reprieved = Instant.MIN;

    Fuse(String provider, InstantSource clock, RandomGenerator random, Supplier<Pace> pace) {
        this.clock = clock;
        this.random = random;
        this.pace = pace;
        var now = pace.get();
        this.breaker = CircuitBreaker.of(
                provider,
                CircuitBreakerConfig.custom()
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindowType(SlidingWindowType.TIME_BASED)
                        .slidingWindowSize(Math.toIntExact(now.window().toSeconds()))
                        .minimumNumberOfCalls(now.fewest())
                        .failureRateThreshold(now.tolerated())
                        .permittedNumberOfCallsInHalfOpenState(now.probes())
                        .waitIntervalFunctionInOpenState(_ -> opens().toMillis())
                        .recordResult(Fuse::fails)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == State.CLOSED) {
                closes();
            }
        });
    }

    /// Whether a call may be made now. One that may must end in [#result] or [#release].
    boolean lets() {
        return breaker.tryAcquirePermission();
    }

    /// The call tells how the provider is.
    void result(Outcome outcome, Duration took) {
        breaker.onResult(took.toMillis(), TimeUnit.MILLISECONDS, outcome);
        inARow(fails(outcome));
    }

    /// The call was given up on when others would mostly have ended: a probe has failed, any other only in a row.
    void silence(Duration waited) {
        if (breaker.getState() == State.HALF_OPEN) {
            breaker.onResult(waited.toMillis(), TimeUnit.MILLISECONDS, Outcome.TIMEOUT);
        } else {
            breaker.releasePermission();
        }
        inARow(true);
    }

    // who is allowed few calls fails few times, and what went well before would hide it for long
    private void inARow(boolean failed) {
        if (count(failed) >= pace.get().inARow() && breaker.getState() == State.CLOSED) {
            breaker.transitionToOpenState();
        }
    }

    private synchronized int count(boolean failed) {
        failures = failed ? failures + 1 : 0;
        return failures;
    }

    /// The call tells nothing.
    void release() {
        breaker.releasePermission();
    }

    /// As a caller would find it.
    Health.Breaker state() {
        return switch (breaker.getState()) {
            case OPEN -> clock.instant().isAfter(openUntil()) ? Health.Breaker.HALF_OPEN : Health.Breaker.OPEN;
            case HALF_OPEN -> Health.Breaker.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY, FORCED_OPEN -> Health.Breaker.CLOSED;
        };
    }

    /// When it lets the next call through, if it is open.
    synchronized Instant openUntil() {
        return openUntil;
    }

    /// What the provider may get of the traffic, 0 to 1.
    double share() {
        return switch (state()) {
            case OPEN -> 0;
            case HALF_OPEN -> LEAST_SHARE;
            case CLOSED -> recovered();
        };
    }

    /// Lets probes through before the time, though not again at once.
    ///
    /// @return whether calls are let through now
    boolean reprieve() {
        if (state() == Health.Breaker.OPEN && spared()) {
            breaker.transitionToHalfOpenState();
        }
        return state() != Health.Breaker.OPEN;
    }

    private synchronized boolean spared() {
        var now = clock.instant();
        if (now.isBefore(reprieved)) {
            return false;
        }
        reprieved = now.plus(pace.get().reprieve());
        return true;
    }

    private synchronized double recovered() {
        if (closedAt.equals(Instant.MIN)) {
            return 1;
        }
        var since = Duration.between(closedAt, clock.instant()).toMillis();
        var whole = Math.max(1, pace.get().slowStart().toMillis());
        return Math.clamp((double) since / whole, LEAST_SHARE, 1);
    }

    private synchronized Duration opens() {
        var now = clock.instant();
        var rules = pace.get();
        if (breaker.getState() == State.CLOSED
                && Duration.between(closedAt, now).compareTo(rules.healthy()) >= 0) {
            relapses = 0;
        }
        var jitter = random.nextDouble(LEAST_JITTER, MOST_JITTER);
        var first = Duration.ofMillis(Math.round(rules.open().toMillis() * jitter));
        var wait = Pace.doubled(first, relapses, rules.longestOpen());
        relapses++;
        openUntil = now.plus(wait);
        return wait;
    }

    private synchronized void closes() {
        failures = 0;
        closedAt = clock.instant();
    }

    private static boolean fails(Object outcome) {
        return outcome instanceof Outcome one && one.penalty() == Penalty.PROVIDER;
    }
}
