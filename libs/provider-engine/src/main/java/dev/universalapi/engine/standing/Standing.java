package dev.universalapi.engine.standing;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Penalty;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How one provider and its credentials stand.
public final class Standing {
    private static final int MOST_KEYS = 1_000;

    private final InstantSource clock;
    private final Supplier<Pace> pace;
    private final Pause pause;
    private final Fuse fuse;
    private final History history = new History();
    private final Map<String, Key> keys = new LinkedHashMap<>(4, 0.75f, true);
    private volatile Instant restsUntil = Instant.MIN;

    Standing(String provider, InstantSource clock, RandomGenerator random, Supplier<Pace> pace, Pause pause) {
        this.clock = clock;
        this.pace = pace;
        this.pause = pause;
        this.fuse = new Fuse(provider, clock, random, pace);
    }

    private enum Tells {
        NOTHING,
        /// Once it is nothing, many times in a row it is.
        SILENCE,
        HEALTH
    }

    /// @param inFlight calls under way, of all its credentials
    /// @param limit how many may be
    public record Room(int inFlight, int limit) {}

    /// Asks to call it with a credential, waiting for a permit for at most that long.
    ///
    /// @param credential its id
    /// @throws InterruptedException if the caller left
    public Entry enter(String credential, Duration most) throws InterruptedException {
        var key = key(credential);
        var bar = bars(key);
        if (bar.isPresent()) {
            return bar.get();
        }
        if (!key.permits.take(most)) {
            return new Entry.Barred(
                    Outcome.RATE_LIMITED, clock.instant().plusSeconds(1), "too many calls to it are under way");
        }
        if (!fuse.lets()) {
            key.permits.give();
            return sick();
        }
        var refused = key.admits();
        if (refused.isPresent()) {
            withdraw(key);
            return refused.get();
        }
        return new Pass(this, key);
    }

    /// Whether it would be let through now, but for permits.
    public boolean welcomes(String credential) {
        return bars(key(credential)).isEmpty();
    }

    /// After how long a call is slower than 95 in 100 of its own; empty where fewer calls than that are known.
    public Optional<Duration> slow(int fewest) {
        var spread = history.spread(clock.millis());
        return spread.count() < fewest ? Optional.empty() : Optional.of(Duration.ofMillis(spread.p95()));
    }

    /// How it stands now.
    public Health health() {
        var now = clock.instant();
        var summary = history.at(now.toEpochMilli());
        var resting = now.isBefore(restsUntil);
        var state = resting ? Health.Breaker.OPEN : fuse.state();
        return new Health(
                summary.calls(),
                summary.latencyMillis(),
                summary.spread().p50(),
                summary.spread().p95(),
                summary.errorRate(),
                summary.quality(),
                state,
                state == Health.Breaker.OPEN ? latest(restsUntil, fuse.openUntil()) : null,
                resting ? 0 : fuse.share(),
                permit());
    }

    /// How many calls are under way.
    public Room room() {
        var all = all();
        return new Room(
                all.stream().mapToInt(key -> key.permits.inFlight()).sum(),
                all.stream().mapToInt(key -> key.permits.limit()).sum());
    }

    /// Lets probes through an open breaker before its time, where all others are worse; never where the provider
    /// itself said when to come back.
    ///
    /// @return whether calls are let through now
    public boolean admit() {
        return !clock.instant().isBefore(restsUntil) && fuse.reprieve();
    }

    /// Forgets every other credential of the operator.
    synchronized void retain(Collection<String> credentials) {
        keys.keySet().removeIf(id -> !Credential.isOwn(id) && !credentials.contains(id));
    }

    synchronized boolean dead(String credential) {
        var key = keys.get(credential);
        return key != null && key.dead();
    }

    void withdraw(Key key) {
        fuse.release();
        key.permits.give();
    }

    void learn(Key key, Outcome outcome, Duration took, Duration given, @Nullable Long retryAfter) {
        var tells = tells(outcome, took, given);
        switch (tells) {
            case NOTHING -> fuse.release();
            case SILENCE -> fuse.silence(took);
            case HEALTH -> {
                fuse.result(outcome, took);
                history.add(outcome, took.toMillis(), clock.millis());
            }
        }
        var answered = outcome == Outcome.OK || outcome == Outcome.EMPTY;
        if (answered || outcome == Outcome.TIMEOUT && tells == Tells.HEALTH) {
            key.permits.give(took, !answered);
        } else {
            key.permits.give();
        }
        key.learn(outcome, retryAfter);
        if (outcome == Outcome.UNAVAILABLE && retryAfter != null) {
            restsUntil = clock.instant().plusSeconds(retryAfter);
        }
    }

    // who was given up on sooner than its slow answers come, but later than most, may or may not have fallen silent
    private Tells tells(Outcome outcome, Duration took, Duration given) {
        var spread = history.spread(clock.millis());
        var patience = pace.get().patience().toMillis();
        var most = spread.count() == 0 ? patience : spread.p50();
        var nearlyAll = spread.count() == 0 ? patience : spread.p95();
        return switch (outcome) {
            case TIMEOUT ->
                given.toMillis() >= nearlyAll ? Tells.HEALTH : given.toMillis() >= most ? Tells.SILENCE : Tells.NOTHING;
            case CANCELLED -> took.toMillis() >= nearlyAll ? Tells.SILENCE : Tells.NOTHING;
            case UNSUPPORTED -> Tells.NOTHING;
            default -> outcome.penalty() == Penalty.CREDENTIAL ? Tells.NOTHING : Tells.HEALTH;
        };
    }

    private Optional<Entry.Barred> bars(Key key) {
        var now = clock.instant();
        if (now.isBefore(restsUntil)) {
            return Optional.of(new Entry.Barred(
                    Outcome.UNAVAILABLE, restsUntil, "the provider wants to be left alone until " + restsUntil));
        }
        return fuse.state() == Health.Breaker.OPEN ? Optional.of(sick()) : key.bars();
    }

    private Entry.Barred sick() {
        return new Entry.Barred(
                Outcome.UNAVAILABLE,
                latest(clock.instant(), fuse.openUntil()),
                "it failed too often just now and is not called");
    }

    private boolean permit() {
        var all = all();
        return all.isEmpty() || all.stream().anyMatch(key -> key.permits.free());
    }

    private synchronized List<Key> all() {
        return List.copyOf(keys.values());
    }

    private synchronized Key key(String credential) {
        var key = keys.computeIfAbsent(credential, _ -> new Key(clock, pace, pause));
        if (keys.size() > MOST_KEYS) {
            keys.remove(keys.keySet().iterator().next());
        }
        return key;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
