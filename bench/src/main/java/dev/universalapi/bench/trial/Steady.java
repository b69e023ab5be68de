package dev.universalapi.bench.trial;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Load that goes on while other things happen.
public final class Steady implements AutoCloseable {
    private final Load load;
    private final long stepNanos;
    private final Queue<Traffic.Shot> shots = new ConcurrentLinkedQueue<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final long begun = System.nanoTime();
    private final Thread asking;
    private volatile boolean over;

    Steady(Load load, long stepNanos) {
        this.load = load;
        this.stepNanos = stepNanos;
        this.asking = Thread.ofPlatform().name("asks").start(this::ask);
    }

    private void ask() {
        for (long i = 0; !over; i++) {
            var due = begun + i * stepNanos;
            LockSupport.parkNanos(due - System.nanoTime());
            callers.execute(() -> shots.add(load.ask(due, begun)));
        }
    }

    /// Seconds since it began.
    public double now() {
        return (System.nanoTime() - begun) / 1e9;
    }

    /// What was due from one second to another, as far as it is over.
    public Traffic between(double from, double to) {
        return all().where(shot -> shot.second() >= from && shot.second() < to);
    }

    /// Everything that is over.
    public Traffic all() {
        return new Traffic(shots);
    }

    /// Asks no more; everything that was asked, when all of it is over.
    public Traffic end() {
        close();
        return all();
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(asking);
        try {
            asking.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        callers.close();
    }
}
