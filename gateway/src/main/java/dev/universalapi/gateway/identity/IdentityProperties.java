package dev.universalapi.gateway.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/// Who may call, and how the edge vouches for them inside.
///
/// @param keys file of the keys that are let in, one a line: SHA-256 of the key in hex, organisation, `live` or
///   `test`;
///     read again when it changes
/// @param signingKey the private key (EC P-256, JWK JSON) that internal tokens are signed with
@ConfigurationProperties("universal.gateway")
record IdentityProperties(@Nullable Path keys, @Nullable Resource signingKey) {}
