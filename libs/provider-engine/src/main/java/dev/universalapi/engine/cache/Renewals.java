package dev.universalapi.engine.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.engine.cache.shelf.CacheKey;
import java.time.Duration;
import java.time.Instant;

/// Which entries are being renewed, or rest because renewing them failed: each is renewed once at a time.
final class Renewals {
    private static final int MOST = 100_000;

    private final Cache<CacheKey, Instant> until =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /// Whether whoever asks is to renew it now. If nothing more is heard, another may after `longest`.
    boolean begin(CacheKey key, Instant now, Duration longest) {
        var mine = now.plus(longest);
        var begun = new boolean[1];
        until.asMap().compute(key, (_, other) -> {
            begun[0] = other == null || !now.isBefore(other);
            return begun[0] ? mine : other;
        });
        return begun[0];
    }

    void succeeded(CacheKey key) {
        until.invalidate(key);
    }

    void failed(CacheKey key, Instant rested) {
        until.put(key, rested);
    }
}
