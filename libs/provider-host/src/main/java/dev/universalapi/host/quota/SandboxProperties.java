package dev.universalapi.host.quota;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Grant;
import dev.universalapi.engine.quota.Headroom;
import dev.universalapi.engine.quota.Quotas;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the sandbox differs from the world.
///
/// @param quotas `declared`, as manifests say and counted apart; `unlimited`, for load that is not about quotas; or
/// `own`, where only those that the operator's own providers declare hold
@ConfigurationProperties("universal.sandbox")
public record SandboxProperties(@DefaultValue("declared") Limits quotas) {
    /// Which quotas hold.
    public enum Limits {
        DECLARED,
        UNLIMITED,
        OWN
    }

    /// The quotas that hold. Also without limits a provider that wants to be left alone is.
    ///
    /// @param own whether a provider is the operator's
    public Quotas limit(Quotas declared, Predicate<Provider> own) {
        return switch (quotas) {
            case DECLARED -> declared;
            case UNLIMITED -> new Lifted(declared, _ -> true);
            case OWN -> new Lifted(declared, own.negate());
        };
    }

    private record Lifted(Quotas declared, Predicate<Provider> whose) implements Quotas {
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

        private Provider unlimited(Provider provider) {
            if (!whose.test(provider)) {
                return provider;
            }
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
