package dev.universalapi.host.quota;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/// How many replicas of this service there are, as discovery last knew it; at least this one.
public final class Replicas implements IntSupplier {
    private final @Nullable DiscoveryClient discovery;
    private final String service;
    private volatile int seen = 1;

    /// @param discovery null where there is none
    /// @param service its name there
    public Replicas(@Nullable DiscoveryClient discovery, String service) {
        this.discovery = discovery;
        this.service = service;
    }

    @Override
    public int getAsInt() {
        if (discovery != null) {
            var now = discovery.getInstances(service).size();
            seen = now > 0 ? now : seen;
        }
        return seen;
    }
}
