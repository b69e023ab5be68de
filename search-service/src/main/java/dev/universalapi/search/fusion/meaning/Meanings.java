package dev.universalapi.search.fusion.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.search.fusion.Fingerprint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Vectors of texts, as many as the time allows. The model loads in the background; where it cannot (a library of this
/// system is missing, or the processor is another) there are none, and search goes by words.
public final class Meanings implements AutoCloseable {
    /// What has become of the model.
    public enum State {
        WAITING,
        LOADING,
        READY,
        FAILED,
        CLOSED
    }

    /// Makes the model; may take seconds.
    interface Loader {
        Encoder load() throws Exception;
    }

    private static final Logger log = LoggerFactory.getLogger(Meanings.class);
    private static final Duration FIRST_GUESS = Duration.ofMillis(10);

    private final Loader loader;
    private final Cache<Fingerprint, Vector> known;
    private final LongSupplier clock;
    private final Semaphore turns;
    private final int threads;
    private final AtomicLong usual = new AtomicLong(FIRST_GUESS.toNanos());
    private volatile State state = State.WAITING;
    private volatile @Nullable Encoder encoder;

    /// @param loader what makes the model
    /// @param kept how many vectors are kept
    /// @param threads how many searches may use the model at once
    /// @param clock nanoseconds, from any point
    Meanings(Loader loader, int kept, int threads, LongSupplier clock) {
        this.loader = loader;
        this.known = Caffeine.newBuilder().maximumSize(kept).build();
        this.clock = clock;
        this.threads = threads;
        this.turns = new Semaphore(threads);
    }

    /// With the model that comes with the service.
    ///
    /// @param kept how many vectors are kept, at half a kilobyte each
    public static Meanings inThisProcess(int kept) {
        // one search never holds more than half of the processors that other searches need
        var threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new Meanings(MiniLm::load, kept, threads, System::nanoTime);
    }

    public State state() {
        return state;
    }

    /// Loads the model on a thread of its own; once.
    public synchronized CompletableFuture<Void> load() {
        if (state != State.WAITING) {
            return CompletableFuture.completedFuture(null);
        }
        state = State.LOADING;
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("search-meanings").start(() -> {
            try {
                take(loader.load());
            } catch (Exception | LinkageError e) { // whatever a native library fails of, words are enough to search by
                fail(e);
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    /// The vectors of these texts that are known, and of the others, in their order, as many as can be had in time.
    ///
    /// @param left how long this may take
    /// @return by text
    public Map<String, Vector> of(List<String> texts, Duration left) {
        var until = clock.getAsLong() + left.toNanos();
        var found = known(texts);
        var missing = texts.stream().filter(text -> !found.containsKey(text)).toList();
        if (missing.isEmpty() || state != State.READY || !takesTurn(left)) {
            return found;
        }
        var failure = Optional.<IllegalStateException>empty();
        try {
            encode(missing, until, found);
        } catch (IllegalStateException e) {
            failure = Optional.of(e);
        } finally {
            turns.release();
        }
        failure.ifPresent(this::fail); // not while others may wait for this turn to close the model
        return found;
    }

    /// The vectors of these texts that were made before and are kept, by text.
    public Map<String, Vector> known(List<String> texts) {
        var found = new HashMap<String, Vector>();
        for (var text : texts) {
            var vector = known.getIfPresent(Fingerprint.of(text));
            if (vector != null) {
                found.put(text, vector);
            }
        }
        return found;
    }

    /// Forgets the vectors that were made.
    public void forget() {
        known.invalidateAll();
    }

    /// Waits for who is encoding, then lets go of the model.
    @Override
    public synchronized void close() {
        state = State.CLOSED;
        turns.acquireUninterruptibly(threads);
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
        turns.release(threads);
    }

    private synchronized void take(Encoder loaded) {
        if (state == State.CLOSED) {
            loaded.close();
            return;
        }
        encoder = loaded;
        state = State.READY;
        log.atInfo().log("search compares meanings");
    }

    private synchronized void fail(Throwable cause) {
        if (state != State.CLOSED) {
            state = State.FAILED;
            log.atWarn().setCause(cause).log("search goes by words alone: its model of language does not run");
        }
    }

    /// A quarter of the time may go into waiting: what comes later would find no time to encode.
    private boolean takesTurn(Duration left) {
        try {
            return turns.tryAcquire(Math.max(0, left.toNanos() / 4), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void encode(List<String> texts, long until, Map<String, Vector> found) {
        var model = encoder;
        if (model == null) {
            return;
        }
        for (var text : texts) {
            var start = clock.getAsLong();
            if (start + usual.get() > until) {
                usual.updateAndGet(
                        nanos -> nanos - nanos / 16); // one slow moment must not keep it from being tried ever again
                return;
            }
            var vector = Vector.of(model.encode(text));
            known.put(Fingerprint.of(text), vector);
            found.put(text, vector);
            var took = clock.getAsLong() - start;
            usual.updateAndGet(nanos -> nanos + (took - nanos) / 8);
        }
    }
}
