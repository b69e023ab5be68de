package dev.universalapi.host;

import dev.universalapi.engine.manifest.Provider;
import java.util.function.Predicate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Says where answers come from, which providers are off for want of a key, and why the operator's own are not taken.
final class ProvidersHealth implements HealthIndicator {
    private static final Status WARNING = new Status("WARNING");

    private final Engines engines;
    private final CurrentCatalogue catalogue;

    ProvidersHealth(Engines engines, CurrentCatalogue catalogue) {
        this.engines = engines;
        this.catalogue = catalogue;
    }

    @Override
    public Health health() {
        var secrets = engines.secrets();
        Predicate<Provider> off = provider -> provider.missing(secrets).isPresent();
        var providers = engines.catalogue().providers();
        var health = Health.up();
        if (!catalogue.complaints().isEmpty()) {
            health.status(WARNING).withDetail("ownRefused", catalogue.complaints());
        }
        return health.withDetail("mode", engines.mode().label())
                .withDetail("providers", providers.size())
                .withDetail("own", catalogue.own())
                .withDetail(
                        "withoutCredential",
                        providers.stream().filter(off).map(Provider::id).toList())
                .build();
    }
}
