package dev.universalapi.engine.standing;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/// How many calls may be under way at once: as many as do not make it slower. Who waits is served in order.
final class Permits {
    private static final int MOST_WAITING = 1_000;

    private final Pause pause;
    private final Limit limit;
    private final Deque<Waiter> waiting = new ArrayDeque<>();
    private int inFlight;

    Permits(Pause pause, Pace pace) {
        this.pause = pause;
        this.limit = Gradient2Limit.newBuilder()
                .initialLimit(pace.firstPermits())
                .minLimit(pace.fewestPermits())
                .maxConcurrency(pace.mostPermits())
                .build();
    }

    private static final class Waiter {
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
    }

    /// Takes one, waiting for at most that long.
    boolean take(Duration most) throws InterruptedException {
        var waiter = new Waiter();
        synchronized (this) {
            if (free()) {
                inFlight++;
                return true;
            }
            if (!most.isPositive() || waiting.size() >= MOST_WAITING) {
                return false;
            }
            waiting.addLast(waiter);
        }
        var taken = false;
        try {
            taken = pause.await(waiter.turn, most);
        } finally {
            taken = leaveQueue(waiter, taken);
        }
        return taken;
    }

    /// Gives one back without having learnt anything.
    synchronized void give() {
        inFlight--;
        while (inFlight < limit.getLimit() && !waiting.isEmpty()) {
            inFlight++;
            waiting.removeFirst().turn.complete(true);
        }
    }

    /// Gives one back after a call that tells how busy the other side is.
    ///
    /// @param dropped whether it brought nothing
    void give(Duration took, boolean dropped) {
        limit.onSample(0, Math.max(1, took.toNanos()), inFlight(), dropped);
        give();
    }

    synchronized boolean free() {
        return waiting.isEmpty() && inFlight < limit.getLimit();
    }

    synchronized int inFlight() {
        return inFlight;
    }

    int limit() {
        return limit.getLimit();
    }

    // the turn may have come while its owner gave up
    private synchronized boolean leaveQueue(Waiter waiter, boolean taken) {
        if (!taken && !waiting.remove(waiter)) {
            give();
        }
        return taken;
    }
}
