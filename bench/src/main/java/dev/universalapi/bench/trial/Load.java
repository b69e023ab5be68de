package dev.universalapi.bench.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Asks at a constant rate, whether answers come or not: nobody who is slow slows the asking down.
public final class Load {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Door door;
    private final int perSecond;
    private final Supplier<Question> questions;

    /// One request.
    ///
    /// @param headers names and values in turn
    public record Question(String path, String... headers) {}

    /// Where requests go in.
    @FunctionalInterface
    public interface Door {
        /// @param headers names and values in turn
        Caller.Answer get(String path, String... headers) throws IOException, InterruptedException;
    }

    /// @param questions asked for each request
    public Load(Door door, int perSecond, Supplier<Question> questions) {
        this.door = door;
        this.perSecond = perSecond;
        this.questions = questions;
    }

    /// Asks for so long, and waits until everything is answered.
    public Traffic run(Duration duration) {
        return run(duration, () -> {});
    }

    /// The same, and does something when half of it is over.
    public Traffic run(Duration duration, Runnable halfway) {
        var wanted = (int) (duration.toMillis() * perSecond / 1000);
        var shots = new ConcurrentLinkedQueue<Traffic.Shot>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            for (var i = 0; i < wanted; i++) {
                var due = begun + i * NANOS / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                if (i == wanted / 2) {
                    callers.execute(halfway);
                }
                callers.execute(() -> shots.add(ask(due, begun)));
            }
        }
        return new Traffic(shots);
    }

    /// Asks for so long, and says whether all was answered, and 95 in 100 within that many milliseconds.
    public boolean isQuick(Duration duration, double millis) {
        var traffic = run(duration);
        return traffic.share() == 1 && traffic.percentile(0.95) < millis;
    }

    /// Asks from now on, until it is closed.
    public Steady steady() {
        return new Steady(this, NANOS / perSecond);
    }

    Traffic.Shot ask(long due, long begun) {
        return Traffic.Shot.at(door, questions.get(), due, begun);
    }
}
