package dev.universalapi.gateway.limit.credit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one kind of call has: the units that are there, and how many it is worth to count next.
final class Purse<T> {
    private final long life;
    private final int most;
    private @Nullable Credit<T> credit;
    private @Nullable Credit<T> next;
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
        var unit = credit == null ? Optional.<Unit<T>>empty() : credit.take(now, next == null);
        if (unit.isPresent() || next == null) {
            return unit;
        }
        credit = next;
        next = null;
        return credit.take(now, true);
    }

    /// Twice as many as last time where those went in less than half of their life, half where nobody came for that
    /// long; one where more are being counted already.
    synchronized int wanted(long now) {
        if (asking) {
            return 1;
        }
        var since = now - asked;
        if (2 * since < life) {
            size = Math.min(most, 2 * size);
        } else if (since >= life) {
            size = Math.max(1, size / 2);
        }
        asked = now;
        asking = size > 1;
        return size;
    }

    synchronized void counted(@Nullable Credit<T> more) {
        asking = false;
        if (credit == null) {
            credit = more;
        } else if (more != null) {
            next = more;
        }
    }
}
