package dev.universalapi.gateway.identity.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the edge finds out whose a key is.
///
/// @param service who knows, as it is named in discovery; empty: nobody but the file of keys
/// @param timeout the longest that it is waited for
/// @param fresh how long a key is not asked for again while changes are heard of at once
/// @param unheard the same while they are not
/// @param unknown how long nobody is asked again for a key that is nobody's
/// @param remembered how long a key still counts while nobody can be asked
/// @param most how many keys are remembered at once
/// @param refused how many different refusals are kept in mind until they are told
/// @param reported how often it is told when keys were last used, and who was refused
@ConfigurationProperties("universal.gateway.identity")
record AccountProperties(
        @DefaultValue("auth-service") String service,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("60s") Duration fresh,
        @DefaultValue("5s") Duration unheard,
        @DefaultValue("5s") Duration unknown,
        @DefaultValue("15m") Duration remembered,
        @DefaultValue("100000") int most,
        @DefaultValue("1000") int refused,
        @DefaultValue("1m") Duration reported) {}
