package dev.universalapi.platform.tenant.arrival;

import dev.universalapi.platform.tenant.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.discovery.event.InstanceRegisteredEvent;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationListener;

/// Takes an instance out of discovery again whose tables are not there yet, and puts it back when they are: whoever
/// finds instances by discovery does not look at their readiness.
final class Arrival implements ApplicationListener<InstanceRegisteredEvent<?>>, AutoCloseable {
    private final Database database;
    private final ObjectProvider<ServiceRegistry<Registration>> registry;
    private final ObjectProvider<Registration> registration;
    private volatile @Nullable Thread waiting;

    Arrival(
            Database database,
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration) {
        this.database = database;
        this.registry = registry;
        this.registration = registration;
    }

    @Override
    public void onApplicationEvent(InstanceRegisteredEvent<?> event) {
        var here = registration.getIfAvailable();
        var discovery = registry.getIfAvailable();
        if (here == null || discovery == null || waiting != null || database.isComplete()) {
            return;
        }
        discovery.deregister(here);
        waiting = Thread.ofVirtual().name("waits for tables").start(() -> {
            try {
                database.awaitTables();
                discovery.register(here);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        var thread = waiting;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
