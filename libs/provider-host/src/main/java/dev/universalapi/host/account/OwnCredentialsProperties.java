package dev.universalapi.host.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this host comes to the credentials that organisations have brought.
///
/// @param service who keeps them, as discovery knows it; empty where there are no accounts
/// @param patience the longest that it is waited for
/// @param fresh for how long one is used before it is asked for again, while changes are heard of
/// @param unheard the same while they are not: without Redis, or while it is away
/// @param stale for how long one is used on while nobody can be asked
@ConfigurationProperties("universal.providers.own-credentials")
public record OwnCredentialsProperties(
        @DefaultValue("auth-service") String service,
        @DefaultValue("1s") Duration patience,
        @DefaultValue("60s") Duration fresh,
        @DefaultValue("5s") Duration unheard,
        @DefaultValue("15m") Duration stale) {}
