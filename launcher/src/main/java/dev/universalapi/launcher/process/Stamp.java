package dev.universalapi.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process, told from a later one that got the same number.
///
/// @param pid its number
/// @param started when it began, in milliseconds since 1970
public record Stamp(long pid, long started) {
    private static final Duration STEP = Duration.ofMillis(20);

    /// Of a process that runs.
    public static Stamp of(ProcessHandle process) {
        return new Stamp(process.pid(), started(process));
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// The process, if it is still this one.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(process -> started(process) == started && process.isAlive());
    }

    public boolean alive() {
        return find().isPresent();
    }

    /// Asks it to end, and ends it when it has not done so within the grace. True if it had to be forced.
    public boolean end(Duration grace) {
        find().ifPresent(ProcessHandle::destroy);
        if (gone(grace)) {
            return false;
        }
        find().ifPresent(ProcessHandle::destroyForcibly);
        gone(Duration.ofSeconds(5));
        return true;
    }

    /// Waits for its end; whether it came within the limit.
    public boolean gone(Duration limit) {
        var begun = System.nanoTime();
        while (alive() && System.nanoTime() - begun < limit.toNanos()) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return !alive();
            }
        }
        return !alive();
    }
}
