package dev.universalapi.bench.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// Runs work in rounds, and tells the middle round and how far the others are from it.
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int warmUp;
    private final int rounds;
    private final int times;

    /// What is measured; what it returns is used, so that nothing is left out.
    @FunctionalInterface
    interface Work {
        Object run(int turn);
    }

    /// What one run costs.
    ///
    /// @param micros in the middle round
    /// @param spread from the fastest to the slowest round, in per cent of the middle one
    /// @param bytes allocated by the thread
    record Cost(double micros, double spread, double bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f µs (rounds within %.0f %%), %.0f bytes", micros, spread, bytes);
        }
    }

    /// @param warmUp rounds that are not counted
    /// @param times how often the work is done in a round
    Meter(int warmUp, int rounds, int times) {
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.times = times;
    }

    Cost measure(Work work) {
        for (var i = 0; i < warmUp; i++) {
            round(work, i * times);
        }
        var micros = new double[rounds];
        var bytes = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            var allocated = THREADS.getCurrentThreadAllocatedBytes();
            micros[i] = round(work, (warmUp + i) * times) / 1000.0 / times;
            bytes[i] = (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / times;
        }
        Arrays.sort(micros);
        Arrays.sort(bytes);
        var middle = micros[rounds / 2];
        return new Cost(middle, 100 * (micros[rounds - 1] - micros[0]) / middle, bytes[rounds / 2]);
    }

    private long round(Work work, int from) {
        var sink = 0;
        var begun = System.nanoTime();
        for (var i = 0; i < times; i++) {
            sink ^= System.identityHashCode(work.run(from + i));
        }
        var took = System.nanoTime() - begun;
        if (sink == 42) {
            Thread.onSpinWait(); // the sink is looked at
        }
        return took;
    }
}
