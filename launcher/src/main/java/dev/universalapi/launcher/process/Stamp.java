package dev.universalapi.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// A process, told from a later one that got the same number.
///
/// @param pid its number
/// @param started when it began, in milliseconds since 1970
public record Stamp(long pid, long started) {
    /// Of no process.
    public static final Stamp NONE = new Stamp(0, 0);

    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration DEATH = Duration.ofSeconds(5);

    /// Systems tell the moment by their own clock, which may have been set since.
    private static final long TOLERANCE_MILLIS = 1500;

    /// Of a process that runs.
    public static Stamp of(ProcessHandle process) {
        return new Stamp(process.pid(), birth(process));
    }

    private static long birth(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// The process, if it is still this one.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(process -> Math.abs(birth(process) - started) <= TOLERANCE_MILLIS && process.isAlive());
    }

    /// Whether it still lives.
    public boolean alive() {
        return find().isPresent();
    }

    /// Asks it to end, and ends it when it has not done so within the grace. True if it had to be forced.
    public boolean end(Duration grace) {
        return end(ProcessHandle::destroy, grace);
    }

    /// The same, asked in another way.
    boolean end(Consumer<ProcessHandle> ask, Duration grace) {
        find().ifPresent(ask);
        if (gone(grace)) {
            return false;
        }
        find().ifPresent(ProcessHandle::destroyForcibly);
        gone(DEATH);
        return true;
    }

    /// Waits for its end, but not for ever.
    public boolean gone(Duration limit) {
        var begun = System.nanoTime();
        while (alive()) {
            if (System.nanoTime() - begun > limit.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return !alive();
            }
        }
        return true;
    }
}
