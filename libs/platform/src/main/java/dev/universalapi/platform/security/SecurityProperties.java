package dev.universalapi.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/// How services recognise the gateway.
///
/// @param jwks the public keys (JWK set, JSON) that internal tokens are signed with; a service does not start
///   without
@ConfigurationProperties("universal.security")
public record SecurityProperties(@Nullable Resource jwks) {}
