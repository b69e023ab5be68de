package dev.universalapi.gateway.limit.count;

import java.util.concurrent.atomic.AtomicBoolean;

/// A call's part of its quotas while it is under way.
public final class Hold {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Ending ending;

    /// Carries out the end.
    @FunctionalInterface
    interface Ending {
        /// @param used whether the call counts
        void end(boolean used);
    }

    Hold(Ending ending) {
        this.ending = ending;
    }

    /// One that holds nothing.
    static Hold none() {
        return new Hold(_ -> {});
    }

    /// Ends it, once: a second time nothing happens. It returns at once.
    ///
    /// @param used whether the call counts; else its part is free again
    public void end(boolean used) {
        if (ended.compareAndSet(false, true)) {
            ending.end(used);
        }
    }
}
