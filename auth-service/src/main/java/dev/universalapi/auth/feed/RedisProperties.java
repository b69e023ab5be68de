package dev.universalapi.auth.feed;

import io.lettuce.core.SslOptions;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the replicas of a host keep what they share.
///
/// @param uri `redis://host:port`, or `rediss://` for TLS; without it each process keeps everything for itself
/// @param passwordFile the file with its password, read again at each connection
/// @param caFile where TLS is spoken: a file of certificates (PEM) of whom is trusted, read again at each connection;
///     without it those that Java trusts
@ConfigurationProperties("universal.redis")
record RedisProperties(
        @Nullable URI uri,
        @Nullable Path passwordFile,
        @Nullable Path caFile) {
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

    /// How TLS is spoken. What `rediss://` names has to prove that it is of that name.
    SslOptions ssl() {
        return caFile == null
                ? SslOptions.create()
                : SslOptions.builder()
                        .jdkSslProvider()
                        .trustManager(caFile.toFile())
                        .build();
    }
}
