package dev.universalapi.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller.Environment;
import java.time.Duration;
import java.util.Optional;

/// The digests of keys, by their texts. To check one again and digest it costs more than all else that is done with it.
final class Prints {
    private static final int MOST = 10_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final Cache<String, Print> seen =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(FORGOTTEN).build();

    /// What a key is known by.
    record Print(String sha256, Environment environment) {}

    /// Empty if the text is no key: its form or its checksum is wrong.
    Optional<Print> of(String text) {
        var before = seen.getIfPresent(text);
        if (before != null) {
            return Optional.of(before);
        }
        var print = ApiKey.parse(text).map(key -> new Print(key.sha256(), key.environment()));
        print.ifPresent(fresh -> seen.put(text, fresh));
        return print;
    }
}
