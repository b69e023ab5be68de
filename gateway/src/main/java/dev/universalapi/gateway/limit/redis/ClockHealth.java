package dev.universalapi.gateway.limit.redis;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Not ready where the clock is so wrong that keys end, and days begin, at other times than elsewhere.
final class ClockHealth implements HealthIndicator {
    private final RedisClock clock;

    ClockHealth(RedisClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        var ahead = clock.ahead();
        var wrong = ahead.abs().compareTo(RedisClock.SKEW) > 0;
        return Health.status(wrong ? Status.OUT_OF_SERVICE : Status.UP)
                .withDetail("redisAheadMillis", ahead.toMillis())
                .build();
    }
}
