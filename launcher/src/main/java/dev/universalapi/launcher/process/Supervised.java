package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A child that is wanted alive: started, asked whether it is ready, and started again when it dies, after a pause that
/// grows. One that dies three times before it was ever ready is given up.
public final class Supervised {
    private static final int TRIES = 3;
    private static final Duration IMPATIENT = Duration.ofMillis(100);
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Program program;
    private final Guardian guardian;
    private final Check check;
    private final Audience audience;
    private final Pauses pauses = new Pauses();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();
    private Optional<Process> process = Optional.empty();
    private volatile Condition condition = Condition.WAITING;
    private volatile Instant started = Instant.EPOCH;
    private final AtomicInteger deaths = new AtomicInteger();

    /// Whether a child can do its work now.
    @FunctionalInterface
    public interface Check {
        boolean ready() throws IOException;
    }

    /// Who is told how it goes.
    public interface Audience {
        /// The condition changed.
        void changed();

        /// Something that people should read, a sentence.
        void told(String sentence);
    }

    public Supervised(Program program, Guardian guardian, Check check, Audience audience) {
        this.program = program;
        this.guardian = guardian;
        this.check = check;
        this.audience = audience;
    }

    /// Starts it, and watches over it from then on.
    public void start() {
        if (launch()) {
            Thread.ofVirtual().name("watch " + program.name()).start(this::watch);
        }
    }

    private boolean launch() {
        synchronized (this) {
            if (isStopping()) {
                return false;
            }
            var launched = program.launch();
            guardian.watch(launched.pid());
            process = Optional.of(launched);
            started = Instant.now();
        }
        become(Condition.STARTING); // without the lock, since the audience looks back at this
        return true;
    }

    private void watch() {
        try {
            do {
                var health = live();
                if (isStopping()) {
                    return;
                }
                var tries = deaths.incrementAndGet();
                if (!firstReady.isDone() && tries >= TRIES) {
                    giveUp();
                    return;
                }
                var pause = pauses.after(health);
                audience.told("%s ended with code %d and is started again in %d s; see %s"
                        .formatted(program.name(), exitCode(), pause.toSeconds(), program.log()));
                become(Condition.PAUSED);
                if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } while (launch());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (LauncherException e) { // the system refuses it a process, or its log a place
            audience.told(String.valueOf(e.getMessage()));
            become(Condition.FAILED);
        }
    }

    /// From birth to death. How long it had been ready.
    private Duration live() throws InterruptedException {
        var living = process.orElseThrow();
        Optional<Instant> readySince = Optional.empty();
        while (living.isAlive()) {
            var ready = isReady();
            if (isStopping()) {
                return Duration.ZERO;
            }
            if (ready) {
                become(Condition.READY);
                readySince = readySince.or(() -> Optional.of(Instant.now()));
                firstReady.complete(Duration.between(started, Instant.now())); // whoever waits for it sees it ready
            } else if (readySince.isPresent()) {
                become(Condition.UNWELL);
            }
            living.waitFor((readySince.isPresent() ? CALM : IMPATIENT).toMillis(), TimeUnit.MILLISECONDS);
        }
        guardian.forget(living.pid());
        return readySince.map(since -> Duration.between(since, Instant.now())).orElse(Duration.ZERO);
    }

    private boolean isReady() {
        try {
            return check.ready();
        } catch (IOException _) {
            return false;
        }
    }

    private void giveUp() {
        become(Condition.FAILED);
        firstReady.completeExceptionally(
                new IOException("%s died %d times before it was ready, the last time with code %d"
                        .formatted(program.name(), deaths(), exitCode())));
    }

    private void become(Condition next) {
        synchronized (this) {
            if (condition == next || isStopping() && next != Condition.STOPPING && next != Condition.STOPPED) {
                return;
            }
            condition = next;
        }
        audience.changed();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private synchronized int exitCode() {
        return process.map(Process::exitValue).orElse(0);
    }

    /// What it runs.
    public Program program() {
        return program;
    }

    /// How long it took to be ready for the first time; failed when it never will be.
    public CompletableFuture<Duration> firstReady() {
        return firstReady;
    }

    public Condition condition() {
        return condition;
    }

    /// The process that lives now.
    public synchronized Optional<Stamp> stamp() {
        return process.filter(Process::isAlive).map(living -> Stamp.of(living.toHandle()));
    }

    /// When the present process began.
    public Instant started() {
        return started;
    }

    /// How often it died, and was not asked to.
    public int deaths() {
        return deaths.get();
    }

    /// Kills it, as a system short of memory would; it is started again.
    public synchronized void kill() {
        process.ifPresent(Process::destroyForcibly);
    }

    /// Asks it to end, and ends it after the grace; it is not started again. True if it had to be forced.
    public boolean stop(Duration grace) {
        Optional<Process> last;
        synchronized (this) {
            stopping.countDown();
            last = process;
        }
        firstReady.completeExceptionally(new IOException(program.name() + " was stopped"));
        if (last.isEmpty()) {
            become(Condition.STOPPED);
            return false;
        }
        become(Condition.STOPPING);
        var forced = Stamp.of(last.get().toHandle()).end(program::ask, grace);
        guardian.forget(last.get().pid());
        become(Condition.STOPPED);
        return forced;
    }
}
