package dev.universalapi.gateway.limit;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/// How many gateways there are, as discovery last knew it; at least this one.
public final class Gateways implements IntSupplier {
    private final @Nullable DiscoveryClient discovery;
    private final String name;
    private volatile int seen = 1;

    /// @param discovery null where there is none
    /// @param name of gateways there
    public Gateways(@Nullable DiscoveryClient discovery, String name) {
        this.discovery = discovery;
        this.name = name;
    }

    @Override
    public int getAsInt() {
        if (discovery != null) {
            var now = discovery.getInstances(name).size();
            seen = now > 0 ? now : seen;
        }
        return seen;
    }
}
