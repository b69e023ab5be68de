package dev.universalapi.bench.trial;

import java.time.Duration;

/// Waits for something to become true, but not for ever. It looks less often the longer it takes, since looking costs
/// what
/// is waited for: the time it tells is right to a twentieth.
public final class Patience {
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int PART = 20;

    private Patience() {}

    /// What may become true; what it throws means not yet.
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /// Seconds until it held, or -1 if it did not within the limit.
    public static double secondsUntil(Duration limit, Condition condition) throws InterruptedException {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < limit.toNanos()) {
            if (holds(condition)) {
                return (System.nanoTime() - begun) / 1e9;
            }
            Thread.sleep(Math.clamp(
                    Duration.ofNanos(System.nanoTime() - begun).toMillis() / PART,
                    SHORTEST.toMillis(),
                    LONGEST.toMillis()));
        }
        return -1;
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception _) {
            return false;
        }
    }
}
