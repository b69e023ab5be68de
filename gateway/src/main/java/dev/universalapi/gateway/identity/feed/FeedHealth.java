package dev.universalapi.gateway.identity.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Says whether changes are heard of, and how late they count where not. A warning, never down: the edge works without.
final class FeedHealth implements HealthIndicator {
    private static final Status WARNING = new Status("WARNING");

    private final FeedState state;
    private final boolean expected;

    /// @param expected whether there is a Redis to hear from
    FeedHealth(FeedState state, boolean expected) {
        this.state = state;
        this.expected = expected;
    }

    @Override
    public Health health() {
        if (state.isConnected()) {
            return Health.up().withDetail("changes", "at once").build();
        }
        return (expected ? Health.status(WARNING) : Health.up())
                .withDetail("changes", "when what is remembered has become old, seconds later")
                .build();
    }
}
