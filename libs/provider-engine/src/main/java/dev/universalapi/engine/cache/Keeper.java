package dev.universalapi.engine.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.cache.shelf.Entry;
import dev.universalapi.engine.cache.shelf.Memory;
import dev.universalapi.engine.cache.shelf.Packing;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.cache.shelf.Shelving;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Keeps what may be kept, each where it may be: what terms forbid to pass on, under the organisation's own key and
/// in this process only.
final class Keeper<R> {
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int MOST_NOTHINGS = 10_000;

    private final Supplier<Lifetimes> lifetimes;
    private final InstantSource clock;
    private final Memory memory;
    private final Shelving shelving;
    private final Cache<Flight.Id, Absent<R>> nothings = Caffeine.newBuilder()
            .maximumSize(MOST_NOTHINGS)
            .executor(Runnable::run)
            .build();

    /// An entry, and the key it is kept under.
    record Kept(CacheKey key, Entry entry) {}

    private record Absent<R>(Loaded.Nothing<R> loaded, Instant since) {}

    Keeper(Supplier<Lifetimes> lifetimes, Shelf shelf, InstantSource clock) {
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.memory = new Memory(() -> lifetimes.get().memory(), clock);
        this.shelving = new Shelving(shelf);
    }

    /// The entry in this process that will do.
    Optional<Kept> find(CacheKey key, Wanted wanted, Predicate<Entry> takes) {
        return Stream.of(key, key.in(wanted.own()))
                .distinct()
                .flatMap(one -> memory.find(one).filter(takes).map(entry -> new Kept(one, entry)).stream())
                .findFirst();
    }

    /// Whether the entry of that key needs no renewing.
    boolean fresh(CacheKey key) {
        return memory.find(key).filter(entry -> entry.fresh(clock.instant())).isPresent();
    }

    /// Whether this process is the one to renew an entry, of all that keep it.
    boolean claims(Kept kept) {
        var entry = kept.entry();
        return shelving.claims(kept.key(), Duration.between(entry.storedAt(), entry.freshUntil()));
    }

    /// The entry on the shelf that will do. Whether or not it does, it is taken into this process, where it may serve
    /// when nobody answers.
    Optional<Entry> fetch(CacheKey key, Wanted wanted, Predicate<Entry> takes) {
        var now = clock.instant();
        return shelving.find(key, wanted.type().answer())
                .filter(found -> found.entry().storedAt().isBefore(now.plus(SKEW)))
                .filter(found -> found.entry().servesOnError(now))
                .map(found -> {
                    memory.put(key, found.entry(), found.length());
                    return found.entry();
                })
                .filter(takes);
    }

    /// That there is nothing, if that was lately said and will do.
    Optional<Loaded<R>> nothing(Flight.Id id, Wanted wanted) {
        var now = clock.instant();
        return Optional.ofNullable(nothings.getIfPresent(id.live()))
                .filter(absent -> now.isBefore(absent.since.plus(lifetimes.get().nothing())))
                .filter(absent -> wanted.freshness().takes(Duration.between(absent.since, now)))
                .map(Absent::loaded);
    }

    /// Keeps what was loaded, if it may be.
    void keep(Flight.Id id, Wanted wanted, Loaded<R> loaded) {
        switch (loaded) {
            case Loaded.Answered<R> answered -> {
                nothings.invalidate(id.live());
                lifetimes
                        .get()
                        .entry(answered, clock.instant())
                        .ifPresent(entry -> keep(id.key(), wanted, entry, answered));
            }
            case Loaded.Nothing<R> nothing -> nothings.put(id.live(), new Absent<>(nothing, clock.instant()));
            case Loaded.Failed<R> _ -> {}
        }
    }

    private void keep(CacheKey key, Wanted wanted, Entry entry, Loaded.Answered<R> answered) {
        var shareable = answered.keeping().shareable();
        var mine = shareable ? key : key.in(wanted.own());
        Packing.json(mine, entry, wanted.type().answer())
                .filter(json -> json.length <= lifetimes.get().mostBytes())
                .ifPresent(json -> {
                    memory.put(mine, entry, json.length);
                    if (shareable) {
                        shelving.put(mine, json, Duration.between(clock.instant(), entry.errorUntil()));
                    }
                });
    }
}
