package dev.universalapi.gateway.limit.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/// Which project each key belongs to that has called lately: usage does not say.
public final class Projects {
    private static final int MOST = 100_000;

    private final Cache<String, String> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofDays(1))
            .build();

    public void note(String key, String project) {
        if (!project.equals(known.getIfPresent(key))) {
            known.put(key, project);
        }
    }

    Map<String, String> of(Collection<String> keys) {
        return known.getAllPresent(keys);
    }
}
