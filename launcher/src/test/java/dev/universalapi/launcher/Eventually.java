package dev.universalapi.launcher;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what must come, but not for ever.
public final class Eventually {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(25);

    private Eventually() {}

    /// Returns when it holds.
    ///
    /// @throws AssertionError if it still does not after two minutes
    public static void holds(Callable<Boolean> condition) throws Exception {
        var begun = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new AssertionError("it did not come to hold within " + LIMIT);
            }
            Thread.sleep(STEP);
        }
    }
}
