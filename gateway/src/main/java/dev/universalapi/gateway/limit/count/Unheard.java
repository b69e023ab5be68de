package dev.universalapi.gateway.limit.count;

import dev.universalapi.gateway.limit.quota.Counter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What this gateway let in that Redis has not heard of, by quota.
final class Unheard {
    private static final int MOST = 100_000;

    private final ConcurrentHashMap<Place, Long> used = new ConcurrentHashMap<>();

    /// Where something is counted.
    ///
    /// @param counts the key
    /// @param forgotten when it is, in ms
    record Place(String counts, long forgotten, String field) {}

    long of(Ask ask, Counter quota) {
        return used.getOrDefault(place(ask, quota), 0L);
    }

    void add(Ask ask, long amount) {
        ask.quotas().forEach(quota -> add(place(ask, quota), amount));
    }

    void add(Place place, long amount) {
        if (used.size() >= MOST) {
            used.keySet().removeIf(old -> old.forgotten() < System.currentTimeMillis());
        }
        used.merge(place, amount, (one, other) -> one + other == 0 ? null : one + other);
    }

    /// Takes everything out.
    Map<Place, Long> drain() {
        var drained = new HashMap<Place, Long>();
        for (var place : used.keySet()) {
            var amount = used.remove(place);
            if (amount != null) {
                drained.put(place, amount);
            }
        }
        return drained;
    }

    private static Place place(Ask ask, Counter quota) {
        return new Place(ask.counts(), ask.forgotten(), quota.field());
    }
}
