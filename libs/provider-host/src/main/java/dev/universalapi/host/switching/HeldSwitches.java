package dev.universalapi.host.switching;

import dev.universalapi.engine.switching.Switches;
import dev.universalapi.host.redis.IdentityFeed;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// What is switched off, in memory: read before the first question, at each change that is heard of, and every now
/// and then while changes are not heard of.
///
/// While nobody can be asked, what is known stays; where nothing is known, nothing is switched off.
final class HeldSwitches implements Switches, IdentityFeed.Listener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HeldSwitches.class);
    private static final String SWITCH = "switch";

    private final SwitchSource source;
    private final Pace pace;
    private final Semaphore changes = new Semaphore(0);
    private volatile BooleanSupplier hearing = () -> false;
    private volatile Map<String, String> off = Map.of();
    private volatile boolean failed;
    private @Nullable Thread reader;

    /// @param unheard after which time it is read again while changes are not heard of
    /// @param rest the same after it could not be read
    record Pace(Duration unheard, Duration rest) {
        static final Pace DEFAULT = new Pace(Duration.ofSeconds(60), Duration.ofSeconds(5));
    }

    HeldSwitches(SwitchSource source, Pace pace) {
        this.source = source;
        this.pace = pace;
    }

    @Override
    public Optional<String> off(String target) {
        return Optional.ofNullable(off.get(target));
    }

    @Override
    public void hearBy(BooleanSupplier whether) {
        hearing = whether;
    }

    @Override
    public void changed(String kind, String id) {
        if (kind.equals(SWITCH)) {
            changes.release();
        }
    }

    @Override
    public void forgetAll() {
        changes.release();
    }

    /// Before anybody is let in.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized void start() {
        if (reader == null) {
            read();
            reader = Thread.ofVirtual().name("switches").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        if (reader != null) {
            reader.interrupt();
            reader = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reader != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var longest = failed ? pace.rest() : pace.unheard();
                var heard = changes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
                changes.drainPermits();
                if (heard || failed || !hearing.getAsBoolean()) {
                    read();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            off = source.read();
            if (failed) {
                LOG.atInfo().log("What is switched off is known again");
            }
            failed = false;
        } catch (IOException away) {
            if (!failed) {
                LOG.atWarn()
                        .addKeyValue("why", away.getMessage())
                        .log("What is switched off cannot be read; what was known stays, and it is tried again");
            }
            failed = true;
        }
    }
}
