package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.Shelf;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A shelf that several processes of a test share.
final class FakeShelf implements Shelf {
    /// Whether another process renews everything.
    volatile boolean claimedElsewhere;

    final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    final AtomicInteger found = new AtomicInteger();
    final CountDownLatch looked = new CountDownLatch(1);
    final CountDownLatch put = new CountDownLatch(1);

    @Override
    public Optional<byte[]> find(String key) {
        found.incrementAndGet();
        return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void put(String key, byte[] bytes, Duration life) {
        kept.put(key, bytes);
        put.countDown();
    }

    @Override
    public boolean claims(String key, Duration life) {
        looked.countDown();
        return !claimedElsewhere;
    }
}
