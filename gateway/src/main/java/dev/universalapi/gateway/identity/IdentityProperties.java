package dev.universalapi.gateway.identity;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/// Who may call, and how the edge vouches for them inside.
///
/// @param keys file of the keys that need no account, one a line: SHA-256 of the key in hex, organisation, `live` or
///   `test`, scopes parted by commas (all but `operator`, where left out); read again when it changes
/// @param signingKey the private key (EC P-256, JWK JSON) that internal tokens are signed with
/// @param scopes files of what each route wants, one a line: method, path template and scope, parted by tabs
@ConfigurationProperties("universal.gateway")
record IdentityProperties(
        @Nullable Path keys,
        @Nullable Resource signingKey,

        @DefaultValue("classpath:dev/universalapi/gateway/identity/scopes.tsv")
        List<Resource> scopes) {

    IdentityProperties {
        scopes = List.copyOf(scopes);
    }
}
