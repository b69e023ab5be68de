package dev.universalapi.auth.feed;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the replicas of a host keep what they share.
///
/// @param uri `redis://host:port`, or `rediss://` for TLS; without it each process keeps everything for itself
/// @param passwordFile the file with its password, read again at each connection
@ConfigurationProperties("universal.redis")
record RedisProperties(@Nullable URI uri, @Nullable Path passwordFile) {
    RedisProperties {
        if (uri != null
                && (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("rediss?"))) {
            throw new IllegalArgumentException("universal.redis.uri is redis://host:port or rediss://host:port");
        }
        if (uri != null && uri.getUserInfo() != null) {
            throw new IllegalArgumentException("a password in universal.redis.uri would be seen by everybody who sees"
                    + " the settings; name its file in universal.redis.password-file");
        }
    }
}
