package dev.universalapi.search.fusion;

import dev.universalapi.search.intent.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A stand-in: by rank, one source after the other.
public final class Fusion {
    public List<Ranked> rank(
            String query,
            Language language,
            List<Hit> pool,
            Map<String, Double> categories,
            int limit,
            Duration budget) {
        return pool.stream()
                .sorted(java.util.Comparator.comparingInt(Hit::rank))
                .limit(limit)
                .map(hit -> new Ranked(
                        Integer.toHexString((hit.url() + hit.title()).hashCode()),
                        hit,
                        1.0 / hit.rank(),
                        List.of(),
                        new Ranked.Why(0, 0, 0, 1, 0),
                        List.of()))
                .toList();
    }
}
