package dev.universalapi.host;

import dev.universalapi.engine.manifest.Provider;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Says where answers come from, and which providers are off for want of a key.
final class ProvidersHealth implements HealthIndicator {
    private final Engines engines;

    ProvidersHealth(Engines engines) {
        this.engines = engines;
    }

    @Override
    public Health health() {
        var secrets = engines.secrets();
        Predicate<Provider> off = provider -> provider.missing(secrets).isPresent();
        var providers = engines.catalogue().providers();
        return Health.up()
                .withDetail("mode", engines.mode().label())
                .withDetail("providers", providers.size())
                .withDetail(
                        "withoutCredential",
                        providers.stream().filter(off).map(Provider::id).toList())
                .build();
    }
}
