package dev.universalapi.platform.web;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/// The first thing that happens when an application ends: it tells discovery that this instance goes, and works on for
/// as long as others may remember it. Only then anything stops: the port takes no more and what is under way is
/// finished, then what listens to Kafka commits, facts are told, and stores are closed. Readiness refuses before all of
/// it.
final class Leaving implements ApplicationListener<ContextClosedEvent>, Ordered {
    private final ApplicationContext context;
    private final ObjectProvider<ServiceRegistry<Registration>> registry;
    private final ObjectProvider<Registration> registration;
    private final Duration linger;

    /// @param context the one whose end counts; that of the management port ends as well
    Leaving(
            ApplicationContext context,
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration,
            Duration linger) {
        this.context = context;
        this.registry = registry;
        this.registration = registration;
        this.linger = linger;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (!event.getApplicationContext().equals(context)) {
            return;
        }
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
}
