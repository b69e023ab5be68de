package dev.universalapi.engine.standing;

import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;

/// Percentiles of the last two to three minutes. Not safe for many threads.
final class Percentiles {
    private static final long WINDOW_MILLIS = 60_000;
    private static final int WINDOWS = 3;
    private static final long LONGEST_MILLIS = 120_000;
    private static final long STALE_MILLIS = 1_000;
    private static final long FEW = 100;

    /// @param count of calls behind it
    record Spread(long count, long p50, long p95) {
        static final Spread NONE = new Spread(0, 0, 0);
    }

    private record Window(long number, AbstractHistogram histogram) {}

    private final Deque<Window> windows = new ArrayDeque<>();
    private Spread spread = Spread.NONE;
    private long computedAt;

    void add(long millis, long now) {
        forget(now);
        var number = now / WINDOW_MILLIS;
        if (windows.isEmpty() || windows.getLast().number < number) {
            windows.addLast(new Window(number, new IntCountsHistogram(1, LONGEST_MILLIS, 2)));
        }
        windows.getLast().histogram.recordValue(Math.clamp(millis, 0, LONGEST_MILLIS));
        if (spread.count < FEW) {
            spread = compute(now);
        }
    }

    // reading all counts is the dear part: once a second is often enough where many are known
    Spread at(long now) {
        if (now - computedAt >= STALE_MILLIS && spread.count > 0) {
            forget(now);
            spread = compute(now);
        }
        return spread;
    }

    private void forget(long now) {
        while (!windows.isEmpty() && windows.getFirst().number <= now / WINDOW_MILLIS - WINDOWS) {
            windows.removeFirst();
        }
    }

    private Spread compute(long now) {
        computedAt = now;
        var all = new IntCountsHistogram(1, LONGEST_MILLIS, 2);
        windows.forEach(window -> all.add(window.histogram));
        var count = all.getTotalCount();
        return count == 0 ? Spread.NONE : new Spread(count, all.getValueAtPercentile(50), all.getValueAtPercentile(95));
    }
}
