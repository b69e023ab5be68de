package dev.universalapi.host.credential;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that was asked for, and is asked for again when it has become old: by one at a time, while others go on
/// with what is there.
final class Slot<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
    private static final Duration REST = Duration.ofSeconds(5);

    private final T nothing;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Kept<T> kept;
    private volatile Instant restsUntil = Instant.MIN;

    private record Kept<T>(T value, Instant at) {
        boolean younger(Duration age, Instant now) {
            return now.isBefore(at.plus(age));
        }
    }

    /// Asks for it.
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws IOException;
    }

    /// @param nothing what it is taken for where nobody can be asked
    Slot(T nothing, InstantSource clock) {
        this.nothing = nothing;
        this.clock = clock;
    }

    /// @param fresh up to which age it is not asked for again, told when it matters
    /// @param stale up to which age it is used while nobody can be asked
    T get(Asking<T> source, Supplier<Duration> fresh, Duration stale) {
        var known = kept;
        var now = clock.instant();
        if (known != null && known.younger(fresh.get(), now)) {
            return known.value();
        }
        if (known != null && known.younger(stale, now)) {
            return asking.tryLock() ? asked(source, known.value(), fresh, stale) : known.value();
        }
        asking.lock();
        return asked(source, nothing, fresh, stale);
    }

    private T asked(Asking<T> source, T otherwise, Supplier<Duration> fresh, Duration stale) {
        try {
            var now = clock.instant();
            var known = kept;
            if (known != null && known.younger(fresh.get(), now)) {
                return known.value();
            }
            var usable = known != null && known.younger(stale, now) ? known.value() : otherwise;
            if (now.isBefore(restsUntil)) {
                return usable;
            }
            try {
                var value = source.ask();
                kept = new Kept<>(value, clock.instant());
                return value;
            } catch (IOException away) {
                restsUntil = clock.instant().plus(REST);
                LOG.atWarn().addKeyValue("why", away.getMessage()).log("Credentials of organisations cannot be had");
                return usable;
            }
        } finally {
            asking.unlock();
        }
    }
}
