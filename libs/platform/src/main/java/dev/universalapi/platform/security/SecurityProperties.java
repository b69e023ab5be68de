package dev.universalapi.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/// How services recognise the gateway.
///
/// @param jwks the public keys (JWK set, JSON) that internal tokens are signed with; a service does not start
///   without
/// @param signingKey the private key (JWK, JSON) by which this part of the suite is known to others; without it, it
///   asks none
@ConfigurationProperties("universal.security")
public record SecurityProperties(
        @Nullable Resource jwks, @Nullable Resource signingKey) {}
