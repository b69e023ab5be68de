package dev.universalapi.engine.cache;

import dev.universalapi.engine.cache.shelf.CacheKey;
import dev.universalapi.engine.choice.Route;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// One call that is under way, and those who wait for it. Whoever's time is up goes on wanting it, for whoever asks
/// next; when all others have left, it is interrupted.
final class Flight<R> {
    private final FutureTask<Landed<R>> task;
    private final Consumer<Flight<R>> ended;
    private int wanting = 1;

    /// @param key what is asked
    /// @param route whom the callers want asked
    /// @param shelf whether an entry on the shelf will do
    record Id(CacheKey key, Route route, boolean shelf) {

        /// The same, past the shelf.
        Id live() {
            return shelf ? new Id(key, route, false) : this;
        }

        /// The same in another partition.
        Id in(String partition) {
            return new Id(key.in(partition), route, shelf);
        }
    }

    /// @param ended told before anybody sees that it has ended
    Flight(Callable<Landed<R>> journey, Consumer<Flight<R>> ended) {
        this.ended = ended;
        this.task = new FutureTask<>(() -> {
            try {
                return journey.call();
            } finally {
                ended.accept(this);
            }
        });
    }

    void start() {
        Thread.ofVirtual().name("load").start(task);
    }

    /// One more who wants it; false if it was interrupted.
    synchronized boolean board() {
        if (wanting == 0) {
            return false;
        }
        wanting++;
        return true;
    }

    /// What it comes back with. A caller who is interrupted leaves.
    Landed<R> await(Duration longest) throws InterruptedException, TimeoutException {
        try {
            return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            leave();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking broke off", e.getCause());
        }
    }

    private void leave() {
        if (lastLeaves()) {
            task.cancel(true);
            ended.accept(this);
        }
    }

    private synchronized boolean lastLeaves() {
        wanting--;
        return wanting == 0;
    }
}
