package dev.universalapi.auth.credential;

import dev.universalapi.auth.credential.seal.Envelopes;
import dev.universalapi.auth.credential.seal.Sealed;
import dev.universalapi.platform.tenant.TenantTransactions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Opens what is sealed, for hosts of providers.
final class Opening {
    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};

    private final TenantTransactions tenants;
    private final Credentials credentials;
    private final Optional<Envelopes> envelopes;
    private final JsonMapper json;

    /// What a host uses.
    record Opened(Credential credential, Map<String, String> values) {
        @Override
        public String toString() {
            return "Opened[%s]".formatted(credential.provider());
        }
    }

    private record Found(Credential credential, Sealed envelope) {}

    Opening(TenantTransactions tenants, Credentials credentials, Optional<Envelopes> envelopes, JsonMapper json) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.envelopes = envelopes;
        this.json = json;
    }

    /// @throws IllegalStateException if the master key it was sealed under is gone
    Optional<Opened> open(String organisation, String provider) {
        var found = tenants.reading(
                organisation,
                () -> credentials
                        .find(provider)
                        .flatMap(credential ->
                                credentials.sealed(provider).map(envelope -> new Found(credential, envelope))));
        return found.map(one -> new Opened(one.credential(), values(organisation, provider, one.envelope())));
    }

    private Map<String, String> values(String organisation, String provider, Sealed envelope) {
        var text = envelopes
                .orElseThrow(() -> new IllegalStateException("no master key is set, and something is sealed under one"))
                .open(organisation + "/" + provider, envelope);
        return json.readValue(text, VALUES);
    }
}
