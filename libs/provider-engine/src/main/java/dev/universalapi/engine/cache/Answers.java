package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Entry;
import dev.universalapi.engine.cache.shelf.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers what is known, and asks what is not: once for all who ask the same at the same time.
///
/// A kept answer serves while it is fresh; for a while after that it serves and is renewed meanwhile; long after
/// that it serves where nobody answers. What is refused, partial, or forbidden by terms is never kept.
///
/// @param <R> what asking comes to, as whoever asks knows it
public final class Answers<R> {
    private static final Duration ELSEWHERE = Duration.ofMillis(500);
    /// A call that ends at the deadline is heard of a little later.
    private static final Duration GRACE = Duration.ofMillis(25);

    private final Supplier<Lifetimes> lifetimes;
    private final InstantSource clock;
    private final Keeper<R> keeper;
    private final Flights<R> flights = new Flights<>();
    private final Renewals renewals = new Renewals();

    /// @param lifetimes the settings as they are now
    /// @param shelf where other replicas find what this one keeps; [Shelf#NONE] without
    public Answers(Supplier<Lifetimes> lifetimes, Shelf shelf, InstantSource clock) {
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.keeper = new Keeper<>(lifetimes, shelf, clock);
    }

    /// Answers a question.
    ///
    /// @param load asks the providers; called at most once, on this thread or on another
    public Served<R> find(Wanted wanted, Load<R> load) {
        if (!wanted.keepable() || wanted.freshness().noStore()) {
            return new Served.Replied<>(load.run(wanted.deadline()).reply(), How.BYPASS);
        }
        var id = new Flight.Id(wanted.key(), wanted.route(), true);
        if (wanted.freshness().noCache()) {
            var loaded = load.run(wanted.deadline());
            keeper.keep(id, wanted, loaded);
            return new Served.Replied<>(loaded.reply(), How.BYPASS);
        }
        var now = clock.instant();
        var kept = keeper.find(id.key(), wanted, entry -> wanted.takes(entry, now));
        return kept.isPresent() ? serve(kept.get(), How.HIT, wanted, load) : fly(id, wanted, load);
    }

    private Served<R> fly(Flight.Id id, Wanted wanted, Load<R> load) {
        var seat = flights.board(id, () -> land(id, wanted, load, entry -> wanted.takes(entry, clock.instant())));
        Landed<R> landed;
        try {
            landed = seat.flight()
                    .await(Duration.between(clock.instant(), wanted.deadline()).plus(GRACE));
        } catch (TimeoutException _) {
            return onError(id.key(), wanted, Optional.empty()).orElseGet(() -> new Served.Unanswered<>(How.LATE));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Served.Unanswered<>(How.LEFT);
        }
        if (landed.owner() != null && !landed.owner().equals(wanted.own())) {
            return fly(id.in(wanted.own()), wanted, load);
        }
        return switch (landed) {
            case Landed.Found<R>(var kept, var how, var _) ->
                wanted.takes(kept.entry(), clock.instant())
                        ? serve(kept, seat.led() ? how : How.SHARED, wanted, load)
                        : fly(id.live(), wanted, load);
            case Landed.Asked<R>(Loaded.Failed<R> failed, var how, var _)
            when failed.sick() ->
                onError(id.key(), wanted, Optional.of(failed.reply()))
                        .orElseGet(() -> new Served.Replied<>(failed.reply(), seat.led() ? how : How.SHARED));
            case Landed.Asked<R>(var loaded, var how, var _) ->
                new Served.Replied<>(loaded.reply(), seat.led() ? how : How.SHARED);
        };
    }

    // what a flight does; the one before it may have landed since its leader looked
    private Landed<R> land(Flight.Id id, Wanted wanted, Load<R> load, Predicate<Entry> takes) {
        var known = keeper.find(id.key(), wanted, takes);
        if (known.isPresent()) {
            return new Landed.Found<>(
                    known.get(), How.HIT, owner(id.key(), known.get().key()));
        }
        var nothing = keeper.nothing(id, wanted);
        if (nothing.isPresent()) {
            return new Landed.Asked<>(nothing.get(), How.NOTHING, null);
        }
        var shelved = id.shelf() ? keeper.fetch(id.key(), wanted, takes) : Optional.<Entry>empty();
        if (shelved.isPresent()) {
            return new Landed.Found<>(new Keeper.Kept(id.key(), shelved.get()), How.SHELF, null);
        }
        var loaded = load.run(
                later(wanted.deadline(), clock.instant().plus(lifetimes.get().load())));
        keeper.keep(id, wanted, loaded);
        var secret = loaded instanceof Loaded.Answered<R> answered
                && !answered.keeping().shareable();
        return new Landed.Asked<>(loaded, How.MISS, secret ? wanted.own() : null);
    }

    private Served<R> serve(Keeper.Kept kept, How how, Wanted wanted, Load<R> load) {
        var now = clock.instant();
        var entry = kept.entry();
        if (entry.fresh(now)) {
            return new Served.Kept<>(entry, entry.age(now), how, null);
        }
        renew(kept, wanted, load);
        return new Served.Kept<>(entry, entry.age(now), How.STALE, null);
    }

    private void renew(Keeper.Kept kept, Wanted wanted, Load<R> load) {
        var key = kept.key();
        var longest = lifetimes.get().load().plus(lifetimes.get().rest());
        if (renewals.begin(key, clock.instant(), longest)) {
            Thread.ofVirtual().name("renewal").start(() -> renewHereOrElsewhere(kept, wanted, load));
        }
    }

    // where another replica renews it, this one looks a little later for what that one found
    private void renewHereOrElsewhere(Keeper.Kept kept, Wanted wanted, Load<R> load) {
        if (keeper.claims(kept)) {
            renewHere(kept.key(), wanted, load);
        } else {
            var _ = keeper.fetch(kept.key(), wanted, entry -> entry.fresh(clock.instant()));
            renewals.failed(kept.key(), clock.instant().plus(ELSEWHERE));
        }
    }

    private void renewHere(CacheKey key, Wanted wanted, Load<R> load) {
        var seat = flights.board(new Flight.Id(key, wanted.route(), true), () -> {
            try {
                return land(
                        new Flight.Id(key, wanted.route(), true),
                        wanted,
                        load,
                        entry -> entry.fresh(clock.instant()) && wanted.takes(entry, clock.instant()));
            } finally {
                if (keeper.fresh(key)) {
                    renewals.succeeded(key);
                } else {
                    renewals.failed(key, clock.instant().plus(lifetimes.get().rest()));
                }
            }
        });
        if (!seat.led()) {
            renewals.succeeded(key);
        }
    }

    private Optional<Served<R>> onError(CacheKey key, Wanted wanted, Optional<R> failed) {
        var now = clock.instant();
        return keeper.find(key, wanted, entry -> wanted.takesOnError(entry, now))
                .map(kept -> new Served.Kept<>(kept.entry(), kept.entry().age(now), How.ON_ERROR, failed.orElse(null)));
    }

    private static @Nullable String owner(CacheKey asked, CacheKey kept) {
        return asked.equals(kept) ? null : kept.partition();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
