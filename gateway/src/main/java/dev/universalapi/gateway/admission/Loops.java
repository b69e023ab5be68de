package dev.universalapi.gateway.admission;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how late the event loops are, by tasks that each of them should run at known times, and has the pressure
/// learn from it.
final class Loops implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(25);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final List<EventExecutor> loops = new ArrayList<>();
    private final List<Future<?>> tasks = new ArrayList<>();
    private final AtomicLong latest = new AtomicLong();
    private final Pressure pressure;
    private final Seats seats;

    Loops(Iterable<EventExecutor> executors, Pressure pressure, Seats seats) {
        executors.forEach(loops::add);
        this.pressure = pressure;
        this.seats = seats;
    }

    void start() {
        for (var loop : loops) {
            tasks.add(loop.scheduleAtFixedRate(new Late(), STEP.toNanos(), STEP.toNanos(), TimeUnit.NANOSECONDS));
        }
        tasks.add(loops.getFirst()
                .scheduleAtFixedRate(
                        () -> pressure.look(latest.getAndSet(0), seats.highest()),
                        LOOK.toMillis(),
                        LOOK.toMillis(),
                        TimeUnit.MILLISECONDS));
    }

    /// How much later than a step after the last one it runs.
    private final class Late implements Runnable {
        private long last = System.nanoTime();

        @Override
        public void run() {
            var now = System.nanoTime();
            var delay = now - last - STEP.toNanos();
            last = now;
            latest.accumulateAndGet(delay, Math::max);
        }
    }

    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(false));
    }
}
