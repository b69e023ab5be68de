package dev.universalapi.engine.standing;

import dev.universalapi.engine.outcome.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One call that may be made. Closing it without [#settle] says that it was not made.
public final class Pass implements Entry, AutoCloseable {
    private final Standing standing;
    private final Key key;
    private final AtomicBoolean over = new AtomicBoolean();

    Pass(Standing standing, Key key) {
        this.standing = standing;
        this.key = key;
    }

    /// The call was made.
    ///
    /// @param took how long
    /// @param given how long it might have taken
    /// @param retryAfter in how many seconds it may be called again, where the provider said so
    public void settle(Outcome outcome, Duration took, Duration given, @Nullable Long retryAfter) {
        if (over.compareAndSet(false, true)) {
            standing.learn(key, outcome, took, given, retryAfter);
        }
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            standing.withdraw(key);
        }
    }
}
