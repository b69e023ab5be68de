package dev.universalapi.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How often each provider was called, so that a proof can count what really went out.
final class Calls {
    private final Map<String, LongAdder> taken = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();

    void take(String provider) {
        taken.computeIfAbsent(provider, _ -> new LongAdder()).increment();
    }

    void refuse(String provider) {
        refused.computeIfAbsent(provider, _ -> new LongAdder()).increment();
    }

    void reset() {
        taken.clear();
        refused.clear();
    }

    /// By provider: `calls` that its manifest would make, and those `refused` because it would not.
    Map<String, Map<String, Long>> describe(Iterable<String> providers) {
        var all = new TreeMap<String, Map<String, Long>>();
        for (var provider : providers) {
            all.put(provider, Map.of("calls", count(taken, provider), "refused", count(refused, provider)));
        }
        return all;
    }

    private static long count(Map<String, LongAdder> counters, String provider) {
        var counter = counters.get(provider);
        return counter == null ? 0 : counter.sum();
    }
}
