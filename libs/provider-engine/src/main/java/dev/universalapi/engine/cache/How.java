package dev.universalapi.engine.cache;

import java.util.Locale;

/// Where a reply came from. Every question has exactly one.
public enum How {
    /// Kept in this process, and fresh.
    HIT,
    /// Kept, and past its time; it is being renewed meanwhile.
    STALE,
    /// Kept beyond this process, and fresh.
    SHELF,
    /// It was lately said that there is nothing.
    NOTHING,
    /// Somebody else was just asking the same.
    SHARED,
    /// Asked for this question.
    MISS,
    /// Asked for this question alone, because it must not be kept, or the caller wanted it so.
    BYPASS,
    /// Kept, long past its time; nobody answered.
    ON_ERROR,
    /// Not there yet when the caller's time was up.
    LATE,
    /// The caller left.
    LEFT;

    /// As in metrics: `on-error`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
