package dev.universalapi.gateway.limit.redis;

import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Says whether Redis answers, and what is less without it. A warning, never down: the edge works without.
final class RedisHealth implements HealthIndicator {
    private static final Status WARNING = new Status("WARNING");

    private final RedisLink link;

    RedisHealth(RedisLink link) {
        this.link = link;
    }

    @Override
    public Health health() {
        var state = link.state();
        var health = (state == RedisLink.State.AWAY ? Health.status(WARNING) : Health.up())
                .withDetail("state", state.name().toLowerCase(Locale.ROOT));
        if (state != RedisLink.State.CONNECTED) {
            health.withDetail("limits", "limit ÷ gateways");
        }
        return health.build();
    }
}
