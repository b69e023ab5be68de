package dev.universalapi.gateway.limit.credit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one kind of call has: the units that are there, and how many it is worth to count next.
final class Purse<T> {
    private final long life;
    private final int most;
    private @Nullable Credit<T> credit;
    private int size = 1;
    private long asked;
    private boolean asking;

    /// @param life of units, in ns
    /// @param most units at once
    Purse(long life, int most) {
        this.life = life;
        this.most = most;
    }

    synchronized Optional<Unit<T>> take(long now) {
        return credit == null ? Optional.empty() : credit.take(now);
    }

    /// Twice as many as last time where those did not last, else half; one where more are being counted already.
    synchronized int wanted(long now) {
        if (asking) {
            return 1;
        }
        size = now - asked < life ? Math.min(most, 2 * size) : Math.max(1, size / 2);
        asked = now;
        asking = size > 1;
        return size;
    }

    synchronized void counted(@Nullable Credit<T> next) {
        asking = false;
        if (next != null) {
            credit = next;
        }
    }
}
