package dev.universalapi.engine.trial;

import dev.universalapi.egress.Destination;
import dev.universalapi.engine.expression.Template;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Terms;
import dev.universalapi.engine.request.Site;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Providers that have a name and nothing else.
public final class Named {
    private Named() {}

    /// One that needs these credentials.
    public static Provider provider(String id, String... credentials) {
        var host = "api." + id + ".example";
        Set<Provider.Credential> needed = Stream.of(credentials)
                .map(name -> new Provider.Credential(name, true))
                .collect(Collectors.toUnmodifiableSet());
        return new Provider(
                id,
                id,
                URI.create("https://" + id + ".example"),
                new Terms(Terms.Commercial.ALLOWED, true, null),
                new Site("https", Template.of(host), "", Destination.declared("https://" + host), Optional.empty()),
                needed,
                List.of(),
                List.of(),
                List.of());
    }
}
