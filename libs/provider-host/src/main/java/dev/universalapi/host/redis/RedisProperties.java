package dev.universalapi.host.redis;

import io.lettuce.core.SslOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the replicas of a host keep what they share.
///
/// @param uri `redis://host:port`, or `rediss://` for TLS; without it each process keeps everything for itself
/// @param passwordFile the file with its password, read again at each connection
/// @param caFile where TLS is spoken: a file of certificates (PEM) of whom is trusted, read again at each connection;
///     without it those that Java trusts
/// @param timeout the longest that a command is waited for
/// @param waiting how many commands may wait for Redis at once; more are not sent
@ConfigurationProperties("universal.redis")
public record RedisProperties(
        @Nullable URI uri,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        @DefaultValue("30ms") Duration timeout,
        @DefaultValue("1000") int waiting) {

    public RedisProperties {
        if (uri != null && (uri.getHost() == null || !isRedis(uri))) {
            throw new IllegalArgumentException("universal.redis.uri is redis://host:port or rediss://host:port");
        }
        if (uri != null && uri.getUserInfo() != null) {
            throw new IllegalArgumentException("a password in universal.redis.uri would be seen by everybody who sees"
                    + " the settings; name its file in universal.redis.password-file");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("universal.redis.timeout is more than nothing, like 30ms");
        }
        if (waiting < 1) {
            throw new IllegalArgumentException("universal.redis.waiting is at least 1");
        }
    }

    /// How TLS is spoken. What `rediss://` names has to prove that it is of that name.
    public SslOptions ssl() {
        return caFile == null
                ? SslOptions.create()
                : SslOptions.builder()
                        .jdkSslProvider()
                        .trustManager(caFile.toFile())
                        .build();
    }

    private static boolean isRedis(URI uri) {
        return "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
    }
}
