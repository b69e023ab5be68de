package dev.universalapi.platform.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.SmartLifecycle;

/// The first thing that stops: tells discovery that this instance goes, before the port shuts and requests drain.
final class Leaving implements SmartLifecycle {
    private final ObjectProvider<ServiceRegistry<Registration>> registry;
    private final ObjectProvider<Registration> registration;
    private final Duration linger;
    private volatile boolean running;

    Leaving(
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration,
            Duration linger) {
        this.registry = registry;
        this.registration = registration;
        this.linger = linger;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var here = registration.getIfAvailable();
        var discovery = registry.getIfAvailable();
        if (here == null || discovery == null) {
            return;
        }
        discovery.deregister(here);
        try {
            var _ = new CountDownLatch(1).await(linger.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
