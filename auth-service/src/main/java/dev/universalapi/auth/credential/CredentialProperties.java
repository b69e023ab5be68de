package dev.universalapi.auth.credential;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What organisations bring of their own to providers.
///
/// @param masters the file with the master keys, one a line: an id and 32 bytes in Base64; the first seals, all open.
///   Without it nobody can bring anything
/// @param hosts the services that ask providers; the first that knows a provider tries a credential out
/// @param patience how long the trial of a credential may take
@ConfigurationProperties("universal.auth.credential")
record CredentialProperties(
        @Nullable Path masters,
        @DefaultValue("search-service") List<String> hosts,
        @DefaultValue("20s") Duration patience) {
    CredentialProperties {
        hosts = List.copyOf(hosts);
    }
}
