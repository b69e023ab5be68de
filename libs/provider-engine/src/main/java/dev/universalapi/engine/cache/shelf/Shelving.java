package dev.universalapi.engine.cache.shelf;

import dev.universalapi.engine.shape.Shape;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Uses a shelf so that nobody waits for it: what it does not find soon is not there, and what it cannot take now
/// is not put.
public final class Shelving {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final int MOST_PUTS = 64;

    private final Shelf shelf;
    private final boolean none;
    private final Semaphore puts = new Semaphore(MOST_PUTS);

    public Shelving(Shelf shelf) {
        this.shelf = shelf;
        this.none = shelf.equals(Shelf.NONE);
    }

    /// The entry of a key. A caller who is interrupted finds none, and stays interrupted.
    public Optional<Packing.Unpacked> find(CacheKey key, Shape.RecordOf answer) {
        if (none) {
            return Optional.empty();
        }
        var search = new FutureTask<>(() -> shelf.find(key.digest()));
        Thread.ofVirtual().name("shelf").start(search);
        try {
            return search.get(SOON.toMillis(), TimeUnit.MILLISECONDS)
                    .flatMap(bytes -> Packing.unpack(key, bytes, answer));
        } catch (InterruptedException _) {
            search.cancel(true);
            Thread.currentThread().interrupt();
        } catch (TimeoutException _) {
            search.cancel(true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a shelf never throws", e.getCause());
        }
        return Optional.empty();
    }

    /// Whether this process alone renews the entry of a key, for that long at most.
    public boolean claims(CacheKey key, Duration life) {
        return shelf.claims(key.digest(), life);
    }

    /// Puts an entry's JSON there for that long, while the caller goes on.
    public void put(CacheKey key, byte[] json, Duration life) {
        if (none || !puts.tryAcquire()) {
            return;
        }
        Thread.ofVirtual().name("shelf").start(() -> {
            try {
                shelf.put(key.digest(), Packing.pack(json), life);
            } finally {
                puts.release();
            }
        });
    }
}
