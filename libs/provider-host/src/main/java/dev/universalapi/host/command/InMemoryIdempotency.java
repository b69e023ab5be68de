package dev.universalapi.host.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps keys in this process: enough for one replica, and what is left when Redis is away.
///
/// Bounded twice: by keys, and by the bytes of results. A result that had to go leaves its key behind, as
/// [Claim.Lost]: what was done is never done again for want of memory.
public final class InMemoryIdempotency implements Idempotency {
    private static final long MOST_KEYS = 100_000;
    private static final long MOST_BYTES = 64L << 20;

    private final InstantSource clock;
    private final Cache<Key, Entry> entries;
    private final Cache<Key, byte[]> results;

    private record Entry(String fingerprint, Instant begun, boolean done) {}

    public InMemoryIdempotency(InstantSource clock) {
        this(clock, MOST_KEYS, MOST_BYTES);
    }

    InMemoryIdempotency(InstantSource clock, long mostKeys, long mostBytes) {
        this.clock = clock;
        this.entries = caffeine().maximumSize(mostKeys).build();
        this.results = caffeine()
                .maximumWeight(mostBytes)
                .<Key, byte[]>weigher((_, result) -> result.length)
                .build();
    }

    @Override
    public Claim claim(Key key, String fingerprint) {
        var known = entries.asMap().putIfAbsent(key, new Entry(fingerprint, clock.instant(), false));
        return known == null ? new Claim.Taken() : claimed(key, fingerprint, known);
    }

    @Override
    public void keep(Key key, String fingerprint, byte[] result) {
        results.put(key, result);
        entries.put(key, new Entry(fingerprint, clock.instant(), true));
    }

    @Override
    public void release(Key key) {
        entries.invalidate(key);
    }

    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    private Claim claimed(Key key, String fingerprint, Entry known) {
        if (!known.fingerprint().equals(fingerprint)) {
            return new Claim.Other();
        }
        if (!known.done()) {
            return known.begun().plus(LONGEST).isAfter(clock.instant()) ? new Claim.UnderWay() : new Claim.Lost();
        }
        byte @Nullable [] result = results.getIfPresent(key);
        return result == null ? new Claim.Lost() : new Claim.Done(result);
    }

    private Caffeine<Object, Object> caffeine() {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run);
    }
}
