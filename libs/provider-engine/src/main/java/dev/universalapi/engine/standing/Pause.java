package dev.universalapi.engine.standing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How time passes while a caller waits: all waits and threads of an ascent go through here, so that virtual time
/// can take its place.
public interface Pause {
    /// Real time and virtual threads.
    Pause REAL = new Pause() {
        @Override
        public boolean await(CompletableFuture<?> signal, Duration most) throws InterruptedException {
            try {
                signal.get(most.toNanos(), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException _) {
                return signal.isDone();
            } catch (ExecutionException _) {
                return true;
            }
        }

        @Override
        public Thread start(Runnable work) {
            return Thread.ofVirtual().name("attempt").start(work);
        }
    };

    /// Waits for a signal, for at most that long.
    ///
    /// @return whether it came
    /// @throws InterruptedException if the caller left
    boolean await(CompletableFuture<?> signal, Duration most) throws InterruptedException;

    /// Does work in a thread of its own. Interrupting the thread asks the work to end.
    Thread start(Runnable work);
}
