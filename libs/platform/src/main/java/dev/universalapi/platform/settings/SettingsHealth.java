package dev.universalapi.platform.settings;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/// Says which setting is not in force and why, and whether config-server is away. A warning, never down: the
/// last good values hold.
final class SettingsHealth implements HealthIndicator {
    private static final Status WARNING = new Status("WARNING");

    private final LiveSettings settings;
    private final LiveSettingsPoll poll;

    SettingsHealth(LiveSettings settings, LiveSettingsPoll poll) {
        this.settings = settings;
        this.poll = poll;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var live : settings.watched()) {
            live.complaint().ifPresent(why -> health.status(WARNING).withDetail(live.prefix(), why));
        }
        poll.absence().ifPresent(why -> health.status(WARNING).withDetail("config-server", "away: " + why));
        return health.build();
    }
}
