package dev.universalapi.gateway.limit.credit;

import java.time.Duration;
import java.util.Optional;

/// Units that were counted together, for the calls of the next moment.
///
/// @param <T> what was known when they were counted
final class Credit<T> {
    private final int units;
    private final long begun;
    private final long until;
    private final T known;
    private final Ending ending;
    private int left;
    private int ended;
    private int used;
    private int told;

    /// @param begun and `until` when it counts, in ns
    Credit(int units, long begun, long until, T known, Ending ending) {
        this.units = units;
        this.begun = begun;
        this.until = until;
        this.known = known;
        this.ending = ending;
        this.left = units;
    }

    /// One unit, if one is there and it is not too late for it.
    ///
    /// @param last whether nothing comes after these
    synchronized Optional<Unit<T>> take(long now, boolean last) {
        if (left == 0 || now - until >= 0) {
            return Optional.empty();
        }
        left--;
        var low = 2 * left < units || 2 * (now - begun) >= until - begun;
        return Optional.of(new Unit<>(known, left, last && low, Duration.ofNanos(now - begun), this::end));
    }

    private void end(boolean counts) {
        synchronized (this) {
            ended++;
            used += counts ? 1 : 0;
            if (ended < units) {
                return;
            }
        }
        tell();
    }

    /// Gives back what nobody used in time, and tells what ended since it was told last.
    ///
    /// @return whether all of it has ended
    boolean tend(long now) {
        synchronized (this) {
            if (now - until >= 0) {
                ended += left;
                left = 0;
            }
        }
        return tell();
    }

    private synchronized boolean tell() {
        if (ended > told) {
            told = ended;
            ending.told(ended, used);
        }
        return ended == units;
    }
}
