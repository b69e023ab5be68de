package dev.universalapi.engine.cache.shelf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Entries kept in this process, bounded by what they weigh.
public final class Memory {
    private static final int OVERHEAD = 512;

    private final LongSupplier most;
    private final Cache<CacheKey, Weighed> entries;

    private record Weighed(Entry entry, int bytes) {}

    /// @param most bytes, as the settings have it now
    public Memory(LongSupplier most, InstantSource clock) {
        this.most = most;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(most.getAsLong())
                .weigher((CacheKey key, Weighed kept) ->
                        OVERHEAD + key.question().length() + kept.bytes)
                .expireAfter(Expiry.writing(
                        (CacheKey _, Weighed kept) -> Duration.between(clock.instant(), kept.entry.errorUntil())))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /// The entry of that key, whatever its age.
    public Optional<Entry> find(CacheKey key) {
        return Optional.ofNullable(entries.getIfPresent(key)).map(Weighed::entry);
    }

    /// Keeps an entry in place of an older one.
    ///
    /// @param bytes the length of its JSON
    public void put(CacheKey key, Entry entry, int bytes) {
        entries.policy()
                .eviction()
                .filter(bound -> bound.getMaximum() != most.getAsLong())
                .ifPresent(bound -> bound.setMaximum(most.getAsLong()));
        entries.asMap()
                .merge(
                        key,
                        new Weighed(entry, bytes),
                        (there, next) -> there.entry.storedAt().isAfter(entry.storedAt()) ? there : next);
    }

    /// Bytes that the entries weigh.
    public long weight() {
        entries.cleanUp();
        return entries.policy()
                .eviction()
                .flatMap(bound -> bound.weightedSize().stream().boxed().findFirst())
                .orElse(0L);
    }
}
