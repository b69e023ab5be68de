package dev.universalapi.host.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Grant;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.quota.Quotas;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the sandbox differs from the world.
///
/// @param quotas `declared`, as manifests say and counted apart, or `unlimited`, for load that is not about quotas
@ConfigurationProperties("universal.sandbox")
public record SandboxProperties(@DefaultValue("declared") Limits quotas) {
    /// Which quotas hold.
    public enum Limits {
        DECLARED,
        UNLIMITED
    }

    /// The quotas that hold. Also without limits a provider that wants to be left alone is.
    public Quotas limit(Quotas declared) {
        return switch (quotas) {
            case DECLARED -> declared;
            case UNLIMITED -> new WithoutLimits(declared);
        };
    }

    private record WithoutLimits(Quotas declared) implements Quotas {
        @Override
        public Grant take(Provider provider, String credential, Map<String, Long> spends) {
            return declared.take(unlimited(provider), credential, spends);
        }

        @Override
        public void learn(
                Provider provider,
                String credential,
                Outcome outcome,
                @Nullable EgressResponse response,
                Map<String, Long> spent) {
            declared.learn(unlimited(provider), credential, outcome, response, spent);
        }

        @Override
        public Headroom headroom(Provider provider, String credential) {
            return declared.headroom(unlimited(provider), credential);
        }

        private static Provider unlimited(Provider provider) {
            return new Provider(
                    provider.id(),
                    provider.name(),
                    provider.home(),
                    provider.terms(),
                    provider.base(),
                    provider.credentials(),
                    List.of(),
                    List.of(),
                    provider.offers());
        }
    }
}
