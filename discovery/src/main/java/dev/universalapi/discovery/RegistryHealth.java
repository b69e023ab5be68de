package dev.universalapi.discovery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.netflix.eureka.server.event.EurekaServerStartedEvent;
import org.springframework.context.ApplicationListener;

/// Whether the registry is open. Before, it asks its peers what they know, while the port answers already.
final class RegistryHealth implements HealthIndicator, ApplicationListener<EurekaServerStartedEvent> {
    private volatile boolean open;

    @Override
    public void onApplicationEvent(EurekaServerStartedEvent event) {
        open = true;
    }

    @Override
    public Health health() {
        return open
                ? Health.up().build()
                : Health.outOfService().withDetail("registry", "asks its peers").build();
    }
}
