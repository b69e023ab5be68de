package dev.universalapi.auth.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether gateways are told of changes at once. Where not, this service works all the same, and they find out when
/// what they remember has become old.
final class FeedHealth implements HealthIndicator {
    private final Relay relay;

    FeedHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        return relay.isConnected()
                ? Health.up().build()
                : Health.status("WARNING")
                        .withDetail("redis", "changes are kept and told when Redis answers; gateways forget after 5 s")
                        .build();
    }
}
