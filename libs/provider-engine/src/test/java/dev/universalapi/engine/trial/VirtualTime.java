package dev.universalapi.engine.trial;

import dev.universalapi.engine.standing.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// Time that passes when everybody waits. Threads take turns, one at a time, so that the same work takes the same
/// course.
public final class VirtualTime implements InstantSource, Pause {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final class Waiter {
        private final CompletableFuture<?> signal;
        private final Instant until;
        private final Thread thread;
        private volatile boolean itsTurn;

        private Waiter(CompletableFuture<?> signal, Instant until, Thread thread) {
            this.signal = signal;
            this.until = until;
            this.thread = thread;
        }

        // unlike a lock, this lets everybody see that the thread was interrupted meanwhile
        private void awaitTurn() {
            while (!itsTurn) {
                LockSupport.park(this);
            }
        }

        private boolean ready() {
            return signal.isDone() || thread.isInterrupted();
        }
    }

    private final List<Waiter> waiters = new ArrayList<>();
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    /// Lets time pass for the only thread there is.
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// Waits for nothing but time.
    public void sleep(Duration time) throws InterruptedException {
        await(new CompletableFuture<>(), time);
    }

    @Override
    public boolean await(CompletableFuture<?> signal, Duration most) throws InterruptedException {
        var me = new Waiter(signal, now.plus(most), Thread.currentThread());
        waiters.add(me);
        next();
        me.awaitTurn();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return signal.isDone();
    }

    @Override
    public Thread start(Runnable work) {
        var mine = new CompletableFuture<Waiter>();
        var thread = Thread.ofVirtual().unstarted(() -> {
            mine.join().awaitTurn();
            try {
                work.run();
            } finally {
                next();
            }
        });
        var waiter = new Waiter(CompletableFuture.completedFuture(null), now, thread);
        mine.complete(waiter);
        waiters.add(waiter);
        thread.start();
        return thread;
    }

    /// How many threads still wait for something, but for the one that asks.
    public int waiting() {
        return waiters.size();
    }

    private void next() {
        var ready = waiters.stream().filter(Waiter::ready).findFirst();
        var next = ready.or(() -> waiters.stream().min(Comparator.comparing((Waiter waiter) -> waiter.until)));
        next.ifPresent(waiter -> {
            waiters.remove(waiter);
            now = ready.isEmpty() && waiter.until.isAfter(now) ? waiter.until : now;
            waiter.itsTurn = true;
            LockSupport.unpark(waiter.thread);
        });
    }
}
